import { sentences } from './cli/sentences.ts';
import { openTerminal } from './cli/terminal.ts';
import { didYouMean } from './press/diagnostics/did-you-mean.ts';
import type { Bench } from './tools/bench/bench.ts';

const terminal = openTerminal();

const help = `npm run bench [-- name …]
npm run bench -- import FOLDER [--print]

Measures what the press promises: its speed, as ratios of times taken in one run, never times alone; whether any change to a
number would be noticed; and whether documents become editions that build, with no words lost without a message.
Without a name, it runs all benches that need no folder.

  --help    this text

Exit codes: 0 all promises hold · 1 one does not · 2 the command line or the machine is not right.
`;

/** Each with all that it needs is read only when it runs. */
const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  facts: () => import('./tools/bench/facts/facts.ts'),
  finish: () => import('./tools/bench/finish.ts'),
  import: () => import('./tools/bench/import/import.ts'),
  preview: () => import('./tools/bench/preview.ts'),
};
const known = Object.keys(benches);

try {
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h')) {
    terminal.out.write(`${help}\nThe benches: ${known.join(', ')}\n`);
  } else {
    for (const { name, bench, rest } of await chooseBenches(words)) await run(name, bench, rest);
  }
} catch (error) {
  terminal.err.write(`bench: ${sentences(error)}\n`);
  process.exitCode = 2;
}

interface ChosenBench {
  readonly name: string;
  readonly bench: Bench;
  /** The words for it. */
  readonly rest: readonly string[];
}

/** The benches that the command line names: several, or one that takes words, with them. */
async function chooseBenches(words: readonly string[]): Promise<readonly ChosenBench[]> {
  const [first = '', ...rest] = words;
  const one = known.includes(first) ? await open(first) : undefined;
  if (one && one.takes !== '') return [{ name: first, bench: one, rest }];
  const chosen: ChosenBench[] = [];
  for (const name of words.length > 0 ? words : known) {
    const bench = await open(name);
    if (bench.takes === '') chosen.push({ name, bench, rest: [] });
    else if (words.length > 0)
      throw new Error(`The bench "${name}" goes alone: npm run bench -- ${name} ${bench.takes}`);
  }
  return chosen;
}

async function open(name: string): Promise<Bench> {
  const load = benches[name];
  if (!load) throw new Error(`There is no bench "${name}": ${didYouMean(name, known, 'benches')}`);
  return (await load()).bench;
}

async function run(name: string, bench: Bench, words: readonly string[]): Promise<void> {
  terminal.out.write(`${name}: ${bench.about}\n`);
  const promises = await bench.measure((line) => void terminal.out.write(`  ${line}\n`), words);
  for (const { promise, holds } of promises) {
    terminal.out.write(`  ${holds ? 'holds' : 'DOES NOT HOLD'}: ${promise}\n`);
    if (!holds) process.exitCode = 1;
  }
}
