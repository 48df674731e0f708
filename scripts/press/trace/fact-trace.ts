import { cellWords } from '../data/cell-words.ts';
import { csvRecords, isBlank } from '../data/csv-records.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Fact } from '../facts/fact.ts';
import { factText } from '../facts/fact-text.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import type { Answers } from './edition-answers.ts';
import type { FactMention } from './fact-mentions.ts';

/** Where a fact comes from, and where it goes. */
export interface FactTrace {
  readonly fact: Fact;
  /** What it rests on, by dataset: its own rows, not those of the facts that it names. */
  readonly datasets: readonly TracedDataset[];
  /** The facts that its query names, traced in their turn. */
  readonly dependsOn: readonly FactTrace[];
  /** Where it is printed, and what stands there. */
  readonly places: readonly (FactMention & { readonly text: string })[];
  /** The facts whose queries name it. */
  readonly namedBy: readonly string[];
}

/**
 * Traces a fact to the rows that it rests on, with their lines, and to every place that prints it. Undefined where the
 * edition has no value of this name.
 *
 * @param mentions those of the whole edition
 */
export async function traceFact(
  name: string,
  answers: Answers,
  mentions: readonly FactMention[],
): Promise<FactTrace | undefined> {
  const { facts } = answers;
  const fact = facts.get(name);
  if (!fact) return undefined;
  const datasets = await traceRows(fact.spec.query, answers);
  const dependsOn: FactTrace[] = [];
  for (const other of fact.dependsOn) {
    const traced = await traceFact(other, answers, mentions);
    if (traced) dependsOn.push(traced);
  }
  return {
    fact,
    datasets,
    dependsOn,
    places: mentions
      .filter(({ fact: named }) => named === name)
      .map((mention) => ({ ...mention, text: factText(name, mention.as, answers, mention.place, () => {}) ?? '' })),
    namedBy: [...facts.values()].filter((other) => other.dependsOn.includes(name)).map((other) => other.name),
  };
}

/** The rows of one dataset behind a fact or another answer. */
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

interface TracedRow {
  /** Counted from 1, without the head. */
  readonly number: number;
  /** Where it begins, in a file of text. */
  readonly place: Place | undefined;
  readonly cells: Table['rows'][number];
}

/** How many rows of a dataset a trace gives. */
export const tracedRows = 50;

/** The rows that a query rests on, by dataset, with their lines: its own, not those of the facts that it names. */
export async function traceRows(
  sql: string,
  { datasets, named, files }: Pick<EditionRun, 'datasets' | 'named' | 'files'>,
): Promise<readonly TracedDataset[]> {
  const behind = await datasets.rowsBehind(sql, tracedRows, named);
  return [...behind].flatMap(([name, { extent, count, rows }]): readonly TracedDataset[] => {
    const dataset = datasets.descriptors.get(name);
    if (!dataset) return [];
    const file = `data/${dataset.path}`;
    const numbers = rows.map(({ number }) => number);
    const lines = linesOfRows(files.bytes(file), dataset.path, numbers);
    const traced = rows.map(({ number, cells }, index): TracedRow => {
      const line = lines[index];
      return { number: number + 1, place: line === undefined ? undefined : { file, line, column: 1 }, cells };
    });
    return [{ dataset, file, extent, count, rows: traced }];
  });
}

/**
 * The lines on which rows of a CSV begin; none for a file that has no lines.
 *
 * @param path ends in .csv for a file of text
 * @param rows their numbers, from 0 after the head and without blank lines, in rising order
 */
function linesOfRows(bytes: Uint8Array | undefined, path: string, rows: readonly number[]): readonly number[] {
  const last = rows.at(-1);
  if (!bytes || last === undefined || !path.endsWith('.csv')) return [];
  const lines = new Map<number, number>();
  let row = -1;
  let columns = 0;
  for (const record of csvRecords(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))) {
    columns ||= record.cells.length;
    if (columns > 1 && isBlank(record)) continue;
    lines.set(row, record.line);
    if (row === last) break;
    row += 1;
  }
  return rows.flatMap((wanted) => lines.get(wanted) ?? []);
}

/** The value of a fact before it is formatted, to the last digit; one that does not end as what it is cut from. */
export function exactWords({ cell, upTo }: Pick<Fact, 'cell' | 'upTo'>): string {
  return [cell, ...(upTo ? [upTo] : [])].map(wordsOf).join(' to ');
}

function wordsOf(cell: Cell): string {
  if (cell.kind === 'number' && cell.quotient) return `${cell.quotient.dividend} / ${cell.quotient.divisor}`;
  return cellWords(cell);
}
