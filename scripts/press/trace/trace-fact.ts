import type { Fact } from '../facts/fact.ts';
import { factText } from '../facts/fact-text.ts';
import type { Files } from '../read/files.ts';
import type { Answers } from './answer-edition.ts';
import type { FactPlace } from './fact-place.ts';
import { traceRows } from './trace-rows.ts';
import type { TracedDataset } from './traced-dataset.ts';

/** Where a fact comes from, and where it goes. */
export interface FactTrace {
  readonly fact: Fact;
  /** What it rests on, by dataset: its own rows, not those of the facts that it names. */
  readonly datasets: readonly TracedDataset[];
  /** The facts that its query names, traced in their turn. */
  readonly restsOn: readonly FactTrace[];
  /** Where it is printed, and what stands there. */
  readonly places: readonly (FactPlace & { readonly text: string })[];
  /** The facts whose queries name it. */
  readonly namedBy: readonly string[];
}

/**
 * Traces a fact to the rows that it rests on, with their lines, and to every place that prints it. Undefined where the
 * edition has no value of this name.
 *
 * @param places those of the whole edition
 */
export async function traceFact(
  name: string,
  answers: Answers,
  places: readonly FactPlace[],
  files: Files,
): Promise<FactTrace | undefined> {
  const { edition, facts, asked } = answers;
  const fact = facts.get(name);
  if (!fact) return undefined;
  const datasets = await traceRows(fact.spec.query, asked, files);
  const restsOn: FactTrace[] = [];
  for (const other of fact.restsOn) {
    const traced = await traceFact(other, answers, places, files);
    if (traced) restsOn.push(traced);
  }
  const context = { facts, edition, printed: new Set<string>() };
  return {
    ...{ fact, datasets, restsOn },
    places: places
      .filter((place) => place.fact === name)
      .map((place) => ({ ...place, text: factText(name, place.as, context, place.place, () => {}) ?? '' })),
    namedBy: [...facts.values()].filter((other) => other.restsOn.includes(name)).map((other) => other.name),
  };
}
