import { joined, type RowsInUse } from '../data/rows-in-use.ts';
import type { Asked } from '../data/table-of.ts';
import type { Facts } from '../facts/fact.ts';
import type { Prose } from '../prose/prose.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import type { Files } from '../read/files.ts';
import type { DataPackage, DatasetDescriptor } from '../read/schemas/data-package.ts';
import { csvOfRows } from './csv-of-rows.ts';
import { printedQueries } from './printed-queries.ts';

/** A dataset that something in print rests on. */
export interface DatasetInUse {
  readonly dataset: Located<DatasetDescriptor>;
  /** The name of its file in the PDF. */
  readonly file: string;
  /** That file: its own, or as much of it as goes with the edition. */
  readonly csv: Uint8Array;
  readonly extent: 'whole' | 'rows in use';
}

/** In bytes: of a larger file only the rows in use go with an edition. */
const largestWhole = 256_000;

/** What an edition's answers came of. */
export interface Answered {
  readonly facts: Facts;
  readonly asked: Asked;
  readonly dataPackage: Located<DataPackage>;
  readonly files: Files;
}

/**
 * The datasets that an edition's pages rest on, in the order of the data package. Of one that is large, or whose
 * descriptor says so, only the rows that are in use are given: the others may name people whom the edition does not.
 */
export async function datasetsInUse(
  edition: Edition,
  prose: Prose,
  { facts, asked, dataPackage, files }: Answered,
): Promise<readonly DatasetInUse[]> {
  const described = dataPackage.value.resources.map((value, index) => ({
    value,
    at: (...path: readonly (string | number)[]) => dataPackage.at('resources', index, ...path),
  }));
  const bytesOf = ({ path }: DatasetDescriptor) => files.bytes(`data/${path}`) ?? new Uint8Array();
  const isPartial = (dataset: DatasetDescriptor) =>
    dataset.attach === 'rows-in-use' || bytesOf(dataset).length > largestWhole;
  const partial = described.filter(({ value }) => isPartial(value));
  const wanted = new Set(partial.map(({ value }) => value.name));
  const used = new Map<string, RowsInUse>();
  for (const query of await printedQueries(edition, prose, facts, asked)) {
    const rows = await asked.datasets.rowsInUse(query, wanted, asked.facts);
    for (const [name, some] of rows) used.set(name, joined(used.get(name), some));
  }
  const inUse: DatasetInUse[] = [];
  for (const dataset of described) {
    const { name, path } = dataset.value;
    const rows = used.get(name);
    if (rows === undefined) continue;
    const csv = path.endsWith('.csv') ? ownRows(bytesOf(dataset.value), rows) : await asked.datasets.csvOf(name, rows);
    inUse.push({ dataset, file: `${name}.csv`, csv, extent: rows === 'all' ? 'whole' : 'rows in use' });
  }
  return inUse;
}

function ownRows(csv: Uint8Array, rows: RowsInUse): Uint8Array {
  return rows === 'all' ? csv : csvOfRows(csv, rows);
}
