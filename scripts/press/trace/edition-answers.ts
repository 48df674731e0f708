import type { Table } from '../data/table.ts';
import { tableOf } from '../data/table-of.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import { beginRun, type RunProject } from '../facts/evaluate-facts.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { ChartSpec, MapSpec, TableSpec, TimelineSpec } from '../read/schemas/figures.ts';

/** The answer that a chart, a map, a table or a timeline is made of. */
export interface SourceAnswer {
  /** "chart killed-by-quarter". */
  readonly of: string;
  /** Which of its tables, where it has several. */
  readonly name: string | undefined;
  readonly source: DataSource;
  /** Where its query stands. */
  readonly place: Place;
  /** Undefined where there is none, which was reported. */
  readonly table: Table | undefined;
}

/** All that the data say to an edition. */
export interface Answers extends EditionRun {
  readonly sources: readonly SourceAnswer[];
}

/** Asks the data all that an edition asks, and draws and prints nothing. */
export async function answerEdition(written: Edition, project: RunProject, report: Report): Promise<Answers> {
  const run = await beginRun(written, project, report);
  return { ...run, sources: await answerSources(run, report) };
}

/** The answers that the charts, maps, tables and timelines of an edition are made of. */
export async function answerSources(run: EditionRun, report: Report): Promise<readonly SourceAnswer[]> {
  const sources: SourceAnswer[] = [];
  for (const { of, name, source, place } of sourcesOf(run.written)) {
    const table = await tableOf(source, { drawing: [] }, run, place, report);
    sources.push({ of, name, source, place, table });
  }
  return sources;
}

function* sourcesOf({ charts, maps, tables, timelines }: Edition): Generator<Omit<SourceAnswer, 'table'>> {
  const keyOf = (source: DataSource) => ('query' in source ? 'query' : 'dataset');
  for (const [name, { value, at }] of charts) {
    const of = `chart ${name}`;
    yield { of, name: undefined, source: value.data, place: at('data', keyOf(value.data)) };
    for (const [more, source] of Object.entries(value.more_data ?? {})) {
      yield { of, name: more, source, place: at('more_data', more, keyOf(source)) };
    }
  }
  for (const [name, { value, at }] of maps) {
    yield { of: `map ${name}`, name: undefined, source: value.places, place: at('places', keyOf(value.places)) };
  }
  for (const [kind, specs] of [
    ['table', tables],
    ['timeline', timelines],
  ] as const) {
    for (const [name, { value, at }] of specs) {
      yield { of: `${kind} ${name}`, name: undefined, source: value.data, place: at('data', keyOf(value.data)) };
    }
  }
}

/** The file behind "chart aid-2020" and its like. */
export function specOf(
  of: string,
  { charts, maps, tables, timelines }: Pick<Edition, 'charts' | 'maps' | 'tables' | 'timelines'>,
): Located<ChartSpec | MapSpec | TableSpec | TimelineSpec> | undefined {
  const [kind, name = ''] = of.split(' ');
  switch (kind) {
    case 'chart':
      return charts.get(name);
    case 'map':
      return maps.get(name);
    case 'table':
      return tables.get(name);
    case 'timeline':
      return timelines.get(name);
    default:
      return undefined;
  }
}
