import { exactValue, numberCell } from '../data/number-cell.ts';
import type { Datasets } from '../data/open-datasets.ts';
import { quoteName } from '../data/quote-sql.ts';
import { compare, quotientOf, sum } from '../data/rational.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun } from '../edition-run.ts';
import { formatCell } from '../facts/format-cell.ts';
import { formatNumber } from '../facts/format-number.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { ValueFormat } from '../read/schemas/common.ts';
import type { DataPackage, DatasetDescriptor, DeclaredTotal } from '../read/schemas/data-package.ts';
import type { TableSpec } from '../read/schemas/figures.ts';
import { placeOfCell, type SourceOf } from './source-places.ts';

/**
 * Holds the totals that datasets declare against the sums of their parts, exactly. A total of which a part is missing is not
 * checked, since its sum is not known.
 */
export async function checkDeclaredTotals(
  { value: { resources }, at }: Located<DataPackage>,
  datasets: Datasets,
  sourceOf: SourceOf,
  report: Report,
): Promise<void> {
  for (const [index, dataset] of resources.entries()) {
    for (const [nth, total] of (dataset.total_of ?? []).entries()) {
      const place = at('resources', index, 'total_of', nth);
      const outcome = await datasets.query(totalsQuery(dataset, total));
      if (outcome.kind === 'unread') continue;
      if (outcome.kind === 'failed') {
        const message = `the totals of "${dataset.name}" cannot be checked: ${outcome.message}`;
        report({ rule: outcome.rule, place, message, cure: outcome.cure });
        continue;
      }
      const { rows } = outcome.table;
      if (rows.length === 0) report(noTotals(dataset, place));
      for (const row of rows) {
        const [printed, sum] = [decimalOf(row.total), decimalOf(row.sum)];
        if (printed === undefined || sum === undefined || printed === sum) continue;
        report({
          rule: 'total-wrong',
          place: placeOfCell(`data/${dataset.path}`, Number(decimalOf(row.row)), total.column, sourceOf) ?? place,
          message: `the total ${inEnglish(printed)} in "${total.column}" of "${dataset.name}" is not the sum of its parts, which is ${inEnglish(sum)}`,
          cure: 'correct the one that is wrong, or, if the source itself does not add up, take these rows out of "total_of" and print neither',
        });
      }
    }
  }
}

/** Totals with the sums of their parts, where all parts are known. */
function totalsQuery({ name }: DatasetDescriptor, { column, where, parts, by }: DeclaredTotal): string {
  const alike = by.map((shared) => `"all parts".${quoteName(shared)} = "all totals".${quoteName(shared)}`);
  const part = `"all parts".${quoteName(parts.column ?? column)}`;
  // No dataset and no column has a name with a space.
  const numbered = `select row_number() over () - 1 as "row number", * from ${quoteName(name)}`;
  return `
    with
      "all totals" as (from (${numbered}) where ${where ?? 'true'}),
      "all parts" as (select * from ${quoteName(parts.dataset ?? name)} where ${parts.where ?? 'true'})
    select "all totals"."row number" as "row", "all totals".${quoteName(column)} as total, sum(${part}) as sum
    from "all totals" join "all parts" on ${alike.length > 0 ? alike.join(' and ') : 'true'}
    group by all
    having count(*) = count(${part})
    order by "row"`;
}

function noTotals({ name }: DatasetDescriptor, place: Place): Parameters<Report>[0] {
  return {
    rule: 'query-empty',
    place,
    message: `no row of "${name}" is a total with parts that are all known`,
    cure: 'look at its conditions: words are compared letter by letter',
  };
}

function decimalOf(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'number' ? cell.decimal : undefined;
}

/** Numbers of the data stand in messages as English writes them, which all messages are in. */
function inEnglish(decimal: string): string {
  return formatNumber(decimal, undefined, 'en');
}

/**
 * Holds the totals of each table that prints them against their parts, exactly. One of which a part is missing is not
 * checked, since its sum is not known.
 */
export function checkPrintedTotals({ written, tables }: Pick<AnsweredRun, 'written' | 'tables'>, report: Report): void {
  for (const [name, { value, at }] of written.tables) {
    for (const { cells, column, index, names } of sumsOf(value, tables.get(`table ${name}`)?.rows ?? [])) {
      const { field, format, decimals } = column;
      const [total, ...parts] = cells.toReversed();
      const added = summedFormats.has(format) ? sumOf(parts) : undefined;
      if (!added || total?.kind !== 'number' || compare(added, exactValue(total)) === 0) continue;
      const shown = (cell: Cell) => {
        const outcome = formatCell(cell, { format, decimals, unit: undefined, qualifier: undefined }, written);
        return outcome.kind === 'text' ? outcome.text : '';
      };
      report({
        rule: 'total-wrong',
        place: at('columns', index),
        message: `${names[0]} of "${field}" is ${shown(total)}, and ${names[1]} add up to ${shown(numberCell(added))}`,
        cure: `add them up in the query, or take "total: ${value.total}" out if it is not a total`,
      });
    }
  }
}

/** Cells in print that are to add up to the last of them. */
interface Sum {
  readonly cells: readonly (Cell | undefined)[];
  readonly column: TableSpec['columns'][number];
  /** Its index among the columns. */
  readonly index: number;
  /** What holds the total, and what its parts are. */
  readonly names: readonly [total: string, parts: string];
}

/** The sums that a table prints: down each column, or along each row over the columns of numbers before the last. */
function sumsOf({ total, columns }: TableSpec, rows: Table['rows']): readonly Sum[] {
  if (total === 'last-row') {
    const names = ['the last row', 'the rows above it'] as const;
    return columns.map((column, index) => ({ cells: rows.map((row) => row[column.field]), column, index, names }));
  }
  const column = columns.at(-1);
  if (total === 'none' || !column) return [];
  const added = columns.filter(({ format }) => summedFormats.has(format));
  return rows.map((row, index) => ({
    cells: added.map(({ field }) => row[field]),
    column,
    index: columns.length - 1,
    names: [`row ${index + 1}`, 'the columns before it'],
  }));
}

/** Formats of what can be added up; shares and multiples cannot. */
const summedFormats: ReadonlySet<ValueFormat> = new Set([
  'number',
  'number-long',
  'currency',
  'currency-short',
  'currency-full',
]);

/** The sum of cells; undefined where there are none, or one of them is no number. */
function sumOf(cells: readonly (Cell | undefined)[]) {
  const values = cells.flatMap((cell) => (cell?.kind === 'number' ? [exactValue(cell)] : []));
  return values.length > 0 && values.length === cells.length ? values.reduce(sum, quotientOf(0n, 1n)) : undefined;
}
