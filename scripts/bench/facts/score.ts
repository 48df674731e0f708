import { placeText } from '../../press/diagnostics/diagnostic.ts';
import type { Mutant } from './mutant.ts';
import type { Outcome } from './try-mutant.ts';

/** A mutant with what became of it. */
export interface Tried extends Pick<Mutant, 'class' | 'place' | 'before'> {
  readonly outcome: Outcome;
}

/** The mutants of one class by what became of them. */
export interface Score {
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
    const { nothing = [], unused = [], ...seen } = Object.fromEntries(byFate);
    const all = ones.length - unused.length;
    const noticed = all - nothing.length;
    const by = ways.flatMap((way) => {
      const count = seen[way]?.length ?? 0;
      return count === 0 ? [] : [`${count} by ${way}`];
    });
    const finest = Object.values(seen)
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
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((100 * part) / whole)}%`;
}
