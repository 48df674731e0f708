import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { EditionRun } from '../edition-run.ts';
import type { DataSource } from '../read/schemas/common.ts';
import { queryOf } from './query-of.ts';
import type { Table } from './table.ts';

/**
 * What an answer is for: numbers in print are exact, places on paper need not be. Of a drawing, the columns that are
 * printed as well.
 */
export type Use = 'print' | { readonly drawing: readonly string[] };

/**
 * The table that a chart, a map, a table, a timeline or a fact rests on; undefined where there is none, which was
 * reported. One that rests on late rows is reported and given, so that the rest of its use is still checked.
 *
 * @param place where the query or the dataset's name stands
 */
export async function tableOf(
  source: DataSource,
  use: Use,
  { datasets, until, named }: Pick<EditionRun, 'datasets' | 'until' | 'named'>,
  place: Place,
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
  const sql = queryOf(source);
  const outcome = await datasets.query(sql, until, named);
  if (outcome.kind === 'unread') return undefined;
  if (outcome.kind === 'failed') {
    const { rule, message, cure, at } = outcome;
    const many = sql.trimEnd().includes('\n');
    const within = at === undefined ? '' : ` (${many ? `line ${at.line}, ` : ''}column ${at.column} of the query)`;
    report({ rule, place, message: `${message}${within}`, cure });
    return undefined;
  }
  const { table, inexact } = outcome;
  if (table.rows.length === 0) {
    report({
      rule: 'query-empty',
      place,
      message: 'dataset' in source ? `the dataset "${source.dataset}" has no row` : 'the query gives no row',
      cure: 'look at its conditions: words are compared letter by letter',
    });
    return undefined;
  }
  const [column] = use === 'print' ? inexact : inexact.filter((name) => use.drawing.includes(name));
  if (column !== undefined) {
    report({
      rule: 'query-inexact',
      place,
      message: `the column "${column}" of the query is a quotient that is rounded too early`,
      cure: 'divide in the outermost SELECT, where it is done exactly, or make facts of the parts and divide these',
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
