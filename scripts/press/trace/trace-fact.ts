import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Fact } from '../facts/fact.ts';
import { factText } from '../facts/fact-text.ts';
import type { Files } from '../read/files.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import type { Answers } from './answer-edition.ts';
import type { FactPlace } from './fact-place.ts';
import { linesOfRows } from './lines-of-rows.ts';

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

/** The rows of one dataset behind a fact. */
export interface TracedDataset {
  readonly dataset: DatasetDescriptor;
  /** As authors call it: data/figures.csv. */
  readonly file: string;
  /** `whole` where the rows cannot be told apart: then all of them count. */
  readonly extent: 'followed' | 'whole';
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly TracedRow[];
}

export interface TracedRow {
  /** Counted from 1, without the head. */
  readonly number: number;
  /** Where it begins, in a file of text. */
  readonly place: Place | undefined;
  readonly cells: Table['rows'][number];
}

/** How many rows of a dataset a trace gives. */
export const tracedRows = 50;

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
  const rested = await asked.datasets.restedRows(fact.spec.query, tracedRows, asked.facts);
  const datasets = [...rested].flatMap(([dataset, { extent, count, rows }]): readonly TracedDataset[] => {
    const descriptor = asked.datasets.descriptors.get(dataset);
    if (!descriptor) return [];
    const file = `data/${descriptor.path}`;
    const lines = linesOfRows(
      files.bytes(file),
      descriptor.path,
      rows.map(({ number }) => number),
    );
    const traced = rows.map(({ number, cells }, index): TracedRow => {
      const line = lines[index];
      return { number: number + 1, place: line === undefined ? undefined : { file, line, column: 1 }, cells };
    });
    return [{ dataset: descriptor, file, extent, count, rows: traced }];
  });
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
