import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench/bench.ts';
import { sentences } from './cli/sentences.ts';
import { openTerminal } from './cli/terminal.ts';
import { didYouMean } from './press/diagnostics/did-you-mean.ts';

const terminal = openTerminal();

const help = `npm run bench [-- name …]
npm run bench -- import FOLDER [--print]

Measures what the press promises: of its speed, as ratios of times taken in one run, never times alone; of its facts, whether any
change to a number would be noticed; of imports, whether documents become editions that build, with nothing lost unsaid.
Without a name, all that need no folder.

  --help    this text

Exit codes: 0 all promises hold · 1 one does not · 2 the command line or the machine is not right.
`;

/** A folder of scripts/bench/ is a bench; its file of that name exports it. */
const folder = join(import.meta.dirname, 'bench');
const known = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

try {
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h')) {
    terminal.out.write(`${help}\nThe benches: ${known.join(', ')}\n`);
  } else {
    for (const { name, bench, rest } of await asked(words)) await run(name, bench, rest);
  }
} catch (error) {
  terminal.err.write(`bench: ${sentences(error)}\n`);
  process.exitCode = 2;
}

interface Asked {
  readonly name: string;
  readonly bench: Bench;
  /** The words for it. */
  readonly rest: readonly string[];
}

/** The benches that the command line names: several, or one that takes words, with them. */
async function asked(words: readonly string[]): Promise<readonly Asked[]> {
  const [first = '', ...rest] = words;
  const one = known.includes(first) ? await open(first) : undefined;
  if (one && one.takes !== '') return [{ name: first, bench: one, rest }];
  const benches: Asked[] = [];
  for (const name of words.length > 0 ? words : known) {
    if (!known.includes(name)) throw new Error(`There is no bench "${name}": ${didYouMean(name, known, 'benches')}`);
    const bench = await open(name);
    if (bench.takes === '') benches.push({ name, bench, rest: [] });
    else if (words.length > 0)
      throw new Error(`The bench "${name}" goes alone: npm run bench -- ${name} ${bench.takes}`);
  }
  return benches;
}

async function open(name: string): Promise<Bench> {
  return ((await import(join(folder, name, `${name}.ts`))) as { readonly bench: Bench }).bench;
}

async function run(name: string, bench: Bench, words: readonly string[]): Promise<void> {
  terminal.out.write(`${name}: ${bench.about}\n`);
  const promises = await bench.measure((line) => void terminal.out.write(`  ${line}\n`), words);
  for (const { promise, holds } of promises) {
    terminal.out.write(`  ${holds ? 'holds' : 'DOES NOT HOLD'}: ${promise}\n`);
    if (!holds) process.exitCode = 1;
  }
}
