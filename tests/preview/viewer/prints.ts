import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The PDFs that tests of the page show, as the press makes them. */
export interface Prints {
  readonly mali: Uint8Array;
  /** The same after a change of its second page. */
  readonly changed: Uint8Array;
  /** The same with long words on its second page, in which lines end. */
  readonly hyphenated: Uint8Array;
  readonly fictonia: Uint8Array;
  readonly arabic: Uint8Array;
}

export const printNames = ['mali', 'changed', 'hyphenated', 'fictonia', 'arabic'] as const;

const root = join(import.meta.dirname, '../../..');
const kept = join(root, 'node_modules/.cache/factsheet-press/prints-of-tests');
/** All that the PDFs are made from. */
const inputs = [
  'package-lock.json',
  'content/labels',
  'scripts',
  'styles',
  'templates',
  'tests/cli/run-build.ts',
  'tests/conformance/suite',
  'tests/editions',
  'tests/preview/viewer/fixture.ts',
  'tests/preview/viewer/print-fixtures.ts',
  'tests/small-project.ts',
];
/** What no PDF is made from, although it lies among them. */
const others = ['scripts/preview', 'scripts/watch'];

/** Milliseconds after which another process that prints is taken for dead. */
const patience = 60_000;

/**
 * The PDFs, printed once for all files of tests that show them, and again when anything changes that they are made from. A
 * process of its own prints them: test files that only show PDFs need not load the press.
 */
export async function readPrints(): Promise<Prints> {
  const folder = join(kept, digestOfInputs());
  if (!existsSync(folder)) await print(folder);
  const pdfs = await Promise.all(printNames.map((name) => readFile(join(folder, `${name}.pdf`))));
  return Object.fromEntries(printNames.map((name, index) => [name, pdfs[index]])) as unknown as Prints;
}

async function print(folder: string): Promise<void> {
  const lock = `${folder}.lock`;
  await mkdir(kept, { recursive: true });
  const isFirst = await mkdir(lock).then(
    () => true,
    () => false,
  );
  if (!isFirst) {
    // Another file of tests prints them just now.
    while (existsSync(lock) && !existsSync(folder) && Date.now() - statSync(lock).mtimeMs < patience) await wait(50);
    if (existsSync(folder)) return;
  }
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'print-fixtures.ts'), folder]);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  const old = (await readdir(kept)).filter((name) => join(kept, name) !== folder && /^[0-9a-f]+$/.test(name));
  for (const name of old) await rm(join(kept, name), { recursive: true, force: true });
}

function digestOfInputs(): string {
  const hash = createHash('sha256').update(process.version);
  const add = (path: string): void => {
    if (others.includes(path)) return;
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
  };
  for (const path of inputs) add(path);
  return hash.digest('hex').slice(0, 32);
}
