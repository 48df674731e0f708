import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTerminal } from './cli/terminal.ts';
import { dieWithProcess } from './press/print/die-with-process.ts';
import { buildClone, surroundings } from './tools/reproduce/clone.ts';
import { type Compared, compareFolders } from './tools/reproduce/differences.ts';

const terminal = openTerminal();

const help = `npm run reproduce

Builds the last commit twice, in two clean clones that differ in folder, time zone, language, rights of new files and in
how many editions are printed at once, and compares all files that they made, byte by byte. It takes a minute or two.

  --help    this text

Exit codes: 0 the same · 1 something differs · 2 a build failed, or the machine is not right.
`;

const root = join(import.meta.dirname, '..');

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) terminal.out.write(help);
  else process.exitCode = await reproduce();
} catch (error) {
  terminal.err.write(`reproduce: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function reproduce(): Promise<0 | 1> {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  if (git('status', '--porcelain') !== '') {
    terminal.out.write('This checkout has changes that are not committed; the clones are of the last commit.\n');
  }
  const rooms = surroundings.map((around) => ({ around, room: mkdtempSync(join(tmpdir(), 'reproduce-')) }));
  const clear = () => {
    for (const { room } of rooms) rmSync(room, { recursive: true, force: true });
  };
  using _ = dieWithProcess(clear);
  try {
    const built: string[] = [];
    for (const { around, room } of rooms) built.push(await buildClone(root, room, around));
    return tellAll(await compareFolders(built), git('rev-parse', '--short', 'HEAD'));
  } finally {
    clear();
  }
}

function tellAll(compared: readonly Compared[], commit: string): 0 | 1 {
  const differ = compared.filter(({ kind }) => kind === 'different').length;
  const sum =
    differ === 0 ? `gave the same ${compared.length} files` : `differ in ${differ} of ${compared.length} files`;
  terminal.out.write(`${compared.map(tell).join('')}Two builds of ${commit} ${sum}.\n`);
  return differ === 0 ? 0 : 1;
}

function tell(compared: Compared): string {
  const { file } = compared;
  return compared.kind === 'same' ? `${compared.sha256}  ${file}\n` : `${file} DIFFERS: ${compared.difference}\n`;
}
