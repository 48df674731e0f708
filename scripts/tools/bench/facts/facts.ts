import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { placeText } from '../../../press/diagnostics/diagnostic.ts';
import type { Bench } from '../bench.ts';
import type { Mutant } from './mutation.ts';
import type { Outcome } from './trial.ts';

const repository = join(import.meta.dirname, '../../../..');
/** Each holds the project in memory, so more gain little. */
const mostProcesses = 4;

/**
 * A mutation test (DeMillo, Lipton, Sayward, “Hints on Test Data Selection”, 1978) of content/ and data/: one change at a
 * time, to every cell of data that an edition uses and to every numeral of the files of content/. What a change is, is said in
 * `mutation.ts`; what counts as noticed, in `trial.ts` and `visible-page.ts`.
 */
export const bench: Bench = {
  about: 'whether any changed cell of data or numeral in content/ would be noticed, one change at a time',
  takes: '',
  async measure(say) {
    const began = performance.now();
    const tried = await tryAll(repository, Math.min(mostProcesses, availableParallelism()));
    const scores = scoresOf(tried);
    for (const line of scores.flatMap(({ lines }) => lines)) say(line);
    const all = scores.reduce((sum, score) => sum + score.all, 0);
    const noticed = scores.reduce((sum, score) => sum + score.noticed, 0);
    say(`${tried.length} mutants in ${Math.round((performance.now() - began) / 1000)} s`);
    const promise = `each is noticed, in print or by a message at its place: ${noticed} of ${all} (${percent(noticed, all)})`;
    return [{ promise, holds: noticed === all }];
  },
};

/**
 * Tries all mutants of a project in several processes.
 *
 * @returns in the order of their places
 * @throws Error where a process ends before its share is tried
 */
async function tryAll(root: string, processes: number): Promise<readonly Tried[]> {
  const failed = new AbortController();
  const shares = Array.from({ length: processes }, (_, share) => tryShare(root, share, processes, failed.signal));
  const tried = await Promise.all(shares).catch((error: unknown) => {
    failed.abort();
    throw error;
  });
  return tried.flat().toSorted(({ place: one }, { place: other }) => {
    return one.file.localeCompare(other.file, 'en') || one.line - other.line || one.column - other.column;
  });
}

async function tryShare(root: string, share: number, shares: number, signal: AbortSignal): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const child = fork(join(import.meta.dirname, 'trial-process.ts'), [root, String(share), String(shares)], {
    signal,
  });
  child.on('message', (message) => void tried.push(message as Tried));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`A process that tries changes ended with ${String(code)}: see above.`);
  return tried;
}

/** A mutant with what became of it. */
export interface Tried extends Pick<Mutant, 'class' | 'place' | 'before'> {
  readonly outcome: Outcome;
}

/** The mutants of one class by what became of them. */
interface Score {
  readonly class: Mutant['class'];
  /** Without those that nothing in print rests on. */
  readonly all: number;
  readonly noticed: number;
  readonly lines: readonly string[];
}

/** Scores by class, in the order in which the classes come. */
export function scoresOf(tried: readonly Tried[]): readonly Score[] {
  return [...Map.groupBy(tried, (one) => one.class)].map(([name, ones]) => {
    const byFate = Map.groupBy(ones, ({ outcome }) => outcome.fate);
    const { nothing = [], unused = [], ...byWay } = Object.fromEntries(byFate);
    const all = ones.length - unused.length;
    const noticed = all - nothing.length;
    const by = ways.flatMap((way) => {
      const count = byWay[way]?.length ?? 0;
      return count === 0 ? [] : [`${count} by ${way}`];
    });
    const finest = Object.values(byWay)
      .flat()
      .filter(({ outcome }) => outcome.finer === 0).length;
    return {
      class: name,
      all,
      noticed,
      lines: [
        `${name}: ${noticed} of ${all} noticed (${percent(noticed, all)}): ${by.join(', ')}; ${finest} of them at the finest change`,
        ...nothing.map((one) => `  not noticed: ${lineOf(one)}`),
        ...unused.map((one) => `  read, but no answer turns on it: ${lineOf(one)}`),
      ],
    };
  });
}

const ways = ['diagnostic', 'text', 'table', 'chart', 'audit'] as const;

function lineOf({ place, before, outcome }: Tried): string {
  return `${placeText(place)}  ${before} → ${outcome.after}`;
}

/** In whole percent, never rounded up to all of them. */
function percent(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((100 * part) / whole)}%`;
}
