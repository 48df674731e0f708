import type { Cell, Table } from '../data/table.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { formatCell } from '../facts/format-cell.ts';
import { formatDate } from '../facts/format-date.ts';
import type { Located } from '../read/checked-yaml.ts';
import { textIn } from '../read/labels.ts';
import type { TableSpec, TimelineSpec } from '../read/schemas/figures.ts';
import { cite } from './cite.ts';
import type { ProseContext } from './context.ts';
import { fillWords } from './fill-words.ts';
import type { PlacedTable, PlacedTimeline, TableCell } from './prose.ts';

/** What is printed of a table of data. */
export type PrintedTable = Located<{
  readonly columns: TableSpec['columns'];
  readonly missing?: TableSpec['missing'];
}>;

/** The rows of a table in print. */
export function tableRows(spec: Located<TableSpec>, table: Table, context: ProseContext): PlacedTable['rows'] {
  const { total } = spec.value;
  return tableCells(spec, table, '–', context).map((cells, index) => ({
    cells,
    total: total === 'last-row' && index === table.rows.length - 1,
  }));
}

/**
 * The cells of a table in print, row by row. A column that the data does not give is reported once, at its place in the
 * file.
 *
 * @param absent what stands for a missing value where the file does not say it
 */
export function tableCells(
  spec: PrintedTable,
  table: Table,
  absent: string,
  context: ProseContext,
): readonly (readonly TableCell[])[] {
  const { edition, report } = context;
  const { columns, missing } = spec.value;
  const known = columns.map(({ field }, index) => hasColumn(table, field, spec.at('columns', index, 'field'), report));
  const place = spec.at('missing');
  const unknown =
    missing === undefined ? absent : fillWords(textIn(missing, edition.language, place, report), place, context);
  return table.rows.map((row) =>
    columns.map(({ field, format, decimals }, column): TableCell => {
      const cell = row[field];
      if (!known[column] || !cell || cell.kind === 'missing') return { text: unknown, missing: true };
      const formatted = formatCell(cell, { format, decimals, unit: undefined, qualifier: undefined }, edition);
      if (formatted.kind === 'text') {
        const text = fillWords(formatted.text, spec.at('columns', column), context);
        // Chromium (153) leaves an empty cell out of its row, so that the cells after it lose their column.
        return { text: text === '' ? '\u00a0' : text, missing: false };
      }
      report({
        rule: 'fact-value',
        place: spec.at('columns', column),
        message: formatted.message,
        cure: formatted.cure,
      });
      return { text: '', missing: true };
    }),
  );
}

/** The entries of a timeline in the order of its rows. */
export function timelineEntries(
  spec: Located<TimelineSpec>,
  table: Table,
  context: ProseContext,
): PlacedTimeline['entries'] {
  const { edition, report } = context;
  const place = spec.at('data');
  const present = ['date', 'act', 'effect', 'source'].filter((name) => hasColumn(table, name, place, report));
  if (present.length < 4) return [];
  return table.rows.map((row) => {
    const source = words(row.source);
    return {
      date: formatDate(words(row.date), edition.language),
      act: fillWords(words(row.act), place, context),
      effect: fillWords(words(row.effect), place, context),
      source: source === '' ? [] : cite([{ id: source }], place, context),
    };
  });
}

function words(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return cell.iso;
    case 'number':
      return cell.decimal;
    default:
      return '';
  }
}

function hasColumn(table: Table, name: string, place: Place, report: Report): boolean {
  const found = table.columns.includes(name);
  if (!found) {
    report({
      rule: 'query-shape',
      place,
      message: `the data has no column "${name}"`,
      cure: didYouMean(name, table.columns, 'columns of the data'),
    });
  }
  return found;
}
