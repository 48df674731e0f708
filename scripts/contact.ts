import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { openTerminal } from './cli/terminal.ts';
import { writeWhole } from './cli/write-whole.ts';
import { editionsInOrder, openPrinted } from './tools/pictures/editions.ts';
import { encodePng, renderPages, sheetOf, type Treatment, treated } from './tools/pictures/picture.ts';

const terminal = openTerminal();

const help = `npm run contact [-- options]

Lays all pages of all editions that npm run pdf has built on one picture, one row for each edition.

  --grey            without colour, as an office printer prints them
  --deuteranopia    as somebody who cannot tell red from green sees them
  --out FILE        the picture (out/contact.png)
  --scale NUMBER    pixels a point (0.5)
  --help            this text
`;

const options = {
  grey: { type: 'boolean', default: false },
  deuteranopia: { type: 'boolean', default: false },
  out: { type: 'string', default: 'out/contact.png' },
  scale: { type: 'string', default: '0.5' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const root = join(import.meta.dirname, '..');

try {
  const { values } = parseArgs({ options });
  if (values.help) terminal.out.write(help);
  else await layOutAll(values);
} catch (error) {
  terminal.err.write(`contact: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function layOutAll(values: {
  readonly grey: boolean;
  readonly deuteranopia: boolean;
  readonly out: string;
  readonly scale: string;
}): Promise<void> {
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 4)) throw new Error(`--scale ${values.scale}: write a number up to 4`);
  const treatment: Treatment = values.grey ? 'grey' : values.deuteranopia ? 'deuteranopia' : 'colour';
  const rows = [];
  for (const { name } of await editionsInOrder(root)) {
    await using edition = await openPrinted(join(root, 'out'), name);
    const pages = Array.from({ length: edition.pages }, (_, index) => index + 1);
    rows.push(renderPages(edition.open, pages, scale).map((page) => treated(page, treatment)));
  }
  const sheet = sheetOf(rows, Math.round(20 * scale));
  const path = join(root, values.out);
  await writeWhole(path, encodePng(sheet));
  terminal.out.write(`${relative(process.cwd(), path)}  ${sheet.width} × ${sheet.height}\n`);
}
