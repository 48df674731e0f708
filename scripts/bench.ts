import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench/bench.ts';
import { openTerminal } from './cli/terminal.ts';
import { didYouMean } from './press/diagnostics/did-you-mean.ts';

const terminal = openTerminal();

const help = `npm run bench [-- name …]

Measures what the press promises: of its speed, as ratios of times taken in one run, never times alone; of its facts, whether any
change to a number would be noticed. Without a name, all.

  --help    this text

Exit codes: 0 all promises hold · 1 one does not · 2 the command line or the machine is not right.
`;

/** A folder of scripts/bench/ is a bench; its file of that name exports it. */
const folder = join(import.meta.dirname, 'bench');
const known = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  for (const name of positionals) {
    if (!known.includes(name)) throw new Error(`There is no bench "${name}": ${didYouMean(name, known, 'benches')}`);
  }
  if (values.help) terminal.out.write(`${help}\nThe benches: ${known.join(', ')}\n`);
  else for (const name of positionals.length > 0 ? positionals : known) await run(name);
} catch (error) {
  terminal.err.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function run(name: string): Promise<void> {
  const { bench } = (await import(join(folder, name, `${name}.ts`))) as { readonly bench: Bench };
  terminal.out.write(`${name}: ${bench.about}\n`);
  const promises = await bench.measure((line) => void terminal.out.write(`  ${line}\n`));
  for (const { promise, holds } of promises) {
    terminal.out.write(`  ${holds ? 'holds' : 'DOES NOT HOLD'}: ${promise}\n`);
    if (!holds) process.exitCode = 1;
  }
}
