import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openTerminal } from './cli/terminal.ts';
import { writeWhole } from './cli/write-whole.ts';
import { type Example, pictureExample, tellExamples } from './tools/pictures/chart-examples.ts';
import { choosePages, editionsInOrder, openPrinted, type PrintedEdition } from './tools/pictures/editions.ts';
import { pictureGuide } from './tools/pictures/guide.ts';
import { encodePng, type Picture, renderPages, sheetOf } from './tools/pictures/picture.ts';
import { picturePreview } from './tools/pictures/preview-window.ts';

const terminal = openTerminal();

/** Pixels a point: 1.1 makes a page about 870 pixels high. */
const scale = 1.1;
const root = join(import.meta.dirname, '..');

// A draft is not yet to be shown to anybody.
const names = (await editionsInOrder(root)).flatMap(({ name, isDraft }) => (isDraft ? [] : name));
const editions = new Map<string, PrintedEdition>();
for (const name of names) editions.set(name, await openPrinted(join(root, 'out'), name));

const covers: Picture[] = [];
for (const edition of editions.values()) {
  for (const [kind, page] of Object.entries(pagesOf(edition))) {
    const [picture] = renderPages(edition.open, [page], scale);
    if (!picture) continue;
    if (kind === 'cover') covers.push(picture);
    await write(`docs/pages/${edition.name}-${kind}.png`, picture);
  }
}
await write('docs/pages.png', sheetOf([covers], 16));

const examples = parse(await readFile(join(root, 'docs/charts.yaml'), 'utf8')) as readonly Example[];
for (const example of examples) {
  const edition = editions.get(example.edition);
  if (!edition)
    throw new Error(`docs/charts.yaml names the edition "${example.edition}": there are ${names.join(', ')}`);
  await write(`docs/charts/${example.form}.png`, pictureExample(edition, example));
}
await writeWhole(join(root, 'docs/charts.md'), tellExamples(examples));
terminal.out.write('docs/charts.md\n');

for (const guide of ['docs/authors.md', 'docs/designers.md', 'docs/release.md']) {
  for (const [path, picture] of await pictureGuide(guide, root)) await write(path, picture);
}
const latest = [...editions.values()].at(-1);
if (latest) await write('docs/preview.png', await picturePreview(root, latest.name, pagesOf(latest).chart));

for (const edition of editions.values()) await edition[Symbol.asyncDispose]();

function pagesOf({ blocks, destinations, pages }: PrintedEdition): ReturnType<typeof choosePages> {
  return choosePages(blocks, destinations.get('notes') ?? pages, (destinations.get('appendix') ?? pages + 1) - 1);
}

async function write(path: string, picture: Picture): Promise<void> {
  await writeWhole(join(root, path), encodePng(picture));
  terminal.out.write(`${path}  ${picture.width} × ${picture.height}\n`);
}
