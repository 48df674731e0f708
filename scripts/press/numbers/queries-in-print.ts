import type { Drawings } from '../charts/drawing.ts';
import type { Wording } from '../data/literal-value.ts';
import type { Datasets } from '../data/open-datasets.ts';
import type { ColumnReading, QueryReading } from '../data/query-tree.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../facts/fact.ts';
import { filledIn } from '../numerals/run.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';
import { isProse } from './is-value.ts';
import { textColumns } from './text-columns.ts';

/** A query whose answer is printed, and what of its answer it types. */
export interface PrintedQuery {
  /** What asks it: "fact killed-2022", "chart killed-by-year". */
  readonly name: string;
  readonly kind: 'fact' | 'chart' | 'map' | 'table' | 'timeline';
  readonly sql: string;
  /** Where it begins in its file. */
  readonly place: Place;
  readonly reading: QueryReading;
  /** Whether the numbers of a column are printed. */
  readonly prints: (column: ColumnReading) => boolean;
  /** Whether a text of a column is printed, where its numbers are not. */
  readonly printsText: (column: ColumnReading, wording: Wording) => boolean;
}

/**
 * All queries that an edition prints from, each as the engine reads it. One that cannot be read has been reported, and so
 * has a fact without a value.
 */
export async function printedQueries(
  edition: Edition,
  { facts, drawings }: { readonly facts: Facts; readonly drawings: Drawings },
  datasets: Datasets,
): Promise<readonly PrintedQuery[]> {
  const { charts, maps, tables, timelines } = edition;
  const nothingElse = { printsText: () => false };
  const asked: (Omit<PrintedQuery, 'reading' | 'sql'> & { readonly source: DataSource })[] = [
    ...[...edition.facts]
      .filter(([name]) => facts.has(name))
      .map(([name, { value, at }]) => ({
        ...{ name: `fact ${name}`, kind: 'fact' as const, source: { query: value.query }, place: at('query') },
        ...{ ...nothingElse, prints: () => true },
      })),
    ...[...tables].map(([name, { value, at }]) => ({
      ...{ name: `table ${name}`, kind: 'table' as const, source: value.data, place: at('data', 'query') },
      ...{ ...nothingElse, prints: oneOfColumns(value.columns.map(({ field }) => field)) },
    })),
    ...[...timelines].map(([name, { value, at }]) => ({
      ...{ name: `timeline ${name}`, kind: 'timeline' as const, source: value.data, place: at('data', 'query') },
      ...{ ...nothingElse, prints: oneOfColumns(['date', 'act', 'effect']) },
    })),
    ...[...maps].map(([name, { value, at }]) => ({
      ...{ name: `map ${name}`, kind: 'map' as const, source: value.places, place: at('places', 'query') },
      ...{ ...nothingElse, prints: oneOfColumns(['name', ...(value.columns ?? []).map(({ field }) => field)]) },
    })),
    ...[...charts].flatMap(([name, { value, at }]) => {
      const svg = drawings.get(`chart ${name}`)?.svg ?? '';
      const chart = { name: `chart ${name}`, kind: 'chart' as const, printsText: drawnText(svg) };
      const texts = textColumns(value.spec);
      const behind = (value.columns ?? []).map(({ field }) => field);
      return [
        { ...chart, source: value.data, place: at('data', 'query'), prints: oneOfColumns([...behind, ...texts]) },
        ...Object.entries(value.more_data ?? {}).map(([layer, source]) => ({
          ...{ ...chart, source, place: at('more_data', layer, 'query'), prints: oneOfColumns([...texts]) },
        })),
      ];
    }),
  ];
  const queries: PrintedQuery[] = [];
  for (const { source, ...query } of asked) {
    const reading = 'query' in source ? await datasets.read(source.query) : undefined;
    if (reading && 'query' in source) queries.push({ ...query, sql: source.query, reading });
  }
  return queries;
}

function oneOfColumns(fields: readonly string[]): PrintedQuery['prints'] {
  return ({ name }) => name === undefined || fields.includes(name);
}

/** Whether a text can stand in a drawing: prose can, a code where it is a name of an axis or a legend. */
function drawnText(svg: string): PrintedQuery['printsText'] {
  return (_, wording) => {
    const text = wording.map((piece) => (piece === 'data' ? filledIn : piece.text)).join('');
    return isProse(text.replaceAll(filledIn, '')) || (text !== '' && svg.includes(`>${text}<`));
  };
}
