import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { Datasets } from './open-datasets.ts';
import { quoteName } from './quote-sql.ts';
import type { Table } from './table.ts';

/**
 * The table that a chart, a map, a table, a timeline or a fact rests on; undefined where there is none, which was
 * reported. One that rests on late rows is reported and given, so that the rest of its use is still checked.
 *
 * @param place where the query or the dataset's name stands
 * @param until the data cut-off of the edition
 */
export async function tableOf(
  source: DataSource,
  datasets: Datasets,
  place: Place,
  until: string,
  report: Report,
): Promise<Table | undefined> {
  if ('dataset' in source && !datasets.descriptors.has(source.dataset)) {
    report({
      rule: 'dataset-unknown',
      place,
      message: `unknown dataset "${source.dataset}"`,
      cure: didYouMean(source.dataset, datasets.descriptors.keys(), 'datasets'),
    });
    return undefined;
  }
  const sql = 'dataset' in source ? `from ${quoteName(source.dataset)}` : source.query;
  const outcome = await datasets.query(sql, until);
  if (outcome.kind === 'unread') return undefined;
  if (outcome.kind === 'failed') {
    const { rule, message, cure, at } = outcome;
    const many = sql.trimEnd().includes('\n');
    const within = at === undefined ? '' : ` (${many ? `line ${at.line}, ` : ''}column ${at.column} of the query)`;
    report({ rule, place, message: `${message}${within}`, cure });
    return undefined;
  }
  const { table } = outcome;
  if (table.rows.length === 0) {
    report({
      rule: 'query-empty',
      place,
      message: 'dataset' in source ? `the dataset "${source.dataset}" has no row` : 'the query gives no row',
      cure: 'look at its conditions: words are compared letter by letter',
    });
    return undefined;
  }
  if (outcome.kind === 'late') {
    const names = outcome.datasets.map((name) => `"${name}"`).join(' and ');
    report({
      rule: 'data-late',
      place,
      message: `rows of ${names} that are later than the data cut-off ${until} change what is printed here`,
      cure: 'leave those rows out in the query, or move data_cutoff in edition.yaml',
    });
  }
  return table;
}
