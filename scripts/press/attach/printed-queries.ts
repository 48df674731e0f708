import { queryOf } from '../data/query-of.ts';
import type { Asked } from '../data/table-of.ts';
import type { Facts } from '../facts/fact.ts';
import { findFactUses } from '../facts/find-fact-uses.ts';
import type { PlacedBlock, Prose } from '../prose/prose.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';

/**
 * The queries behind all that an edition prints: charts, maps, tables and timelines in their places, the facts of its
 * text and its charts, and the facts that those queries name in their turn.
 */
export async function printedQueries(
  edition: Edition,
  { coverMap, placed, printedFacts }: Prose,
  facts: Facts,
  { datasets }: Pick<Asked, 'datasets'>,
): Promise<readonly string[]> {
  const blocks = coverMap ? [coverMap, ...placed] : placed;
  const queries = blocks.flatMap((block) => sourcesOf(block, edition)).map(queryOf);
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    for (const other of facts.get(name)?.restsOn ?? []) use(other);
  };
  for (const name of [...printedFacts, ...blocks.flatMap((block) => drawnFacts(block, edition))]) use(name);
  for (const query of queries) for (const name of await datasets.factsIn(query)) use(name);
  return [...queries, ...[...used].flatMap((name) => facts.get(name)?.spec.query ?? [])];
}

function drawnFacts(block: PlacedBlock, edition: Edition): readonly string[] {
  if (block.kind !== 'chart' && block.kind !== 'map') return [];
  const figure = edition[`${block.kind}s`].get(block.name);
  return figure ? findFactUses(figure, edition.language).map(({ fact }) => fact) : [];
}

function sourcesOf(block: PlacedBlock, { charts, maps, tables, timelines }: Edition): readonly DataSource[] {
  switch (block.kind) {
    case 'chart': {
      const chart = charts.get(block.name)?.value;
      return chart ? [chart.data, ...Object.values(chart.more_data ?? {})] : [];
    }
    case 'map':
      return present(maps.get(block.name)?.value.places);
    case 'table':
      return present(tables.get(block.name)?.value.data);
    case 'timeline':
      return present(timelines.get(block.name)?.value.data);
    default:
      return [];
  }
}

function present(source: DataSource | undefined): readonly DataSource[] {
  return source ? [source] : [];
}
