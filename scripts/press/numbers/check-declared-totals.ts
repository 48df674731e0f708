import type { Datasets } from '../data/open-datasets.ts';
import { quoteName } from '../data/quote-sql.ts';
import type { Cell } from '../data/table.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { formatNumber } from '../facts/format-number.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DataPackage, DatasetDescriptor, DeclaredTotal } from '../read/schemas/data-package.ts';
import { cellAt } from './cell-at.ts';
import type { SourceOf } from './printed-text.ts';

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
      if (outcome.kind === 'failed') {
        const message = `the totals of "${dataset.name}" cannot be checked: ${outcome.message}`;
        report({ rule: outcome.rule, place, message, cure: outcome.cure });
      } else if (outcome.kind !== 'unread') {
        if (outcome.table.rows.length === 0) report(noTotals(dataset, place));
        for (const row of outcome.table.rows) {
          const [printed, sum] = [decimalOf(row.total), decimalOf(row.sum)];
          if (printed === undefined || sum === undefined || printed === sum) continue;
          report({
            rule: 'total-wrong',
            place: cellAt(`data/${dataset.path}`, Number(decimalOf(row.row)), total.column, sourceOf) ?? place,
            message: `the total ${inEnglish(printed)} in "${total.column}" of "${dataset.name}" is not the sum of its parts, which is ${inEnglish(sum)}`,
            cure: 'correct the one that is wrong, or, where the source itself does not add up, take these rows out of "total_of" and print neither',
          });
        }
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

function noTotals({ name }: DatasetDescriptor, place: Parameters<Report>[0]['place']): Parameters<Report>[0] {
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
