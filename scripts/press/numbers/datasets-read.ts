import type { Datasets } from '../data/open-datasets.ts';
import { queryOf } from '../data/query-of.ts';
import type { Facts } from '../facts/fact.ts';
import { namedFacts } from '../facts/named-facts.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';

/** The names of the datasets that the queries of an edition read, whether their answers are printed or not. */
export async function datasetsRead(edition: Edition, facts: Facts, datasets: Datasets): Promise<ReadonlySet<string>> {
  const { charts, tables, maps, timelines } = edition;
  const sources: readonly (DataSource | undefined)[] = [
    ...[...charts.values()].flatMap(({ value }) => [value.data, ...Object.values(value.more_data ?? {})]),
    ...[...tables.values(), ...timelines.values()].map(({ value }) => value.data),
    ...[...maps.values()].map(({ value }) => value.places),
  ];
  const queries = [
    ...[...edition.facts.values()].map(({ value }) => value.query),
    ...sources.flatMap((source) => (source ? [queryOf(source)] : [])),
  ];
  const named = namedFacts(edition, facts, new Set());
  const read = new Set<string>();
  for (const query of queries)
    for (const name of (await datasets.rowsInUse(query, new Set(), named)).keys()) read.add(name);
  return read;
}
