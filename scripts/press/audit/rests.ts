import { cellWords } from '../data/cell-words.ts';
import { traceRows } from '../trace/trace-rows.ts';
import type { TracedDataset } from '../trace/traced-dataset.ts';
import type { AuditedDataset, Rests } from './audit.ts';
import type { AuditGround } from './audit-ground.ts';

/** Finds what queries rest on, and keeps the rows that were found. */
export interface RestsBook {
  of(query: string): Promise<readonly Rests[]>;
  /** The datasets of all that was asked for, by name, each with the rows that were named. */
  datasets(): readonly AuditedDataset[];
}

/** A book in which nothing has been asked for. */
export function openRests({ asked, files }: Pick<AuditGround, 'asked' | 'files'>): RestsBook {
  const answers = new Map<string, readonly TracedDataset[]>();
  return {
    async of(query) {
      const traced = answers.get(query) ?? (await traceRows(query, asked, files));
      answers.set(query, traced);
      return traced.map(({ dataset: { name }, extent, count, rows }) => {
        return { dataset: name, extent, count, lines: rows.map(lineOf) };
      });
    },
    datasets() {
      const byName = Map.groupBy([...answers.values()].flat(), ({ dataset: { name } }) => name);
      return [...byName.values()]
        .flatMap(([first, ...more]) => (first ? auditedDataset(first, more) : []))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    },
  };
}

function auditedDataset({ dataset, file, rows }: TracedDataset, more: readonly TracedDataset[]): AuditedDataset {
  const all = new Map([...rows, ...more.flatMap((other) => other.rows)].map((row) => [lineOf(row), row]));
  const { name, title, hash, retrieved, licenses = [], sources } = dataset;
  return {
    ...{ name, title, file, digest: hash ?? null, retrieved },
    licenses: licenses.map((license) => license.title ?? license.name),
    sources: sources.map((source) => ({ title: source.title, url: source.path ?? null })),
    rows: [...all]
      .toSorted(([one], [other]) => one - other)
      .map(([line, { cells }]) => {
        const known = Object.entries(cells).filter(([, cell]) => cell.kind !== 'missing');
        return { line, cells: Object.fromEntries(known.map(([column, cell]) => [column, cellWords(cell)])) };
      }),
  };
}

function lineOf({ place, number }: TracedDataset['rows'][number]): number {
  return place?.line ?? number;
}
