import type { Report } from '../diagnostics/diagnostic.ts';
import { placeText } from '../diagnostics/place-text.ts';
import { dataTableId } from '../prose/data-tables.ts';
import type { DataTable } from '../prose/prose.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/fill-label.ts';
import { groupRows, rowHeads } from './group-rows.ts';
import { htmlOf } from './html.ts';
import { lackingInColumns } from './lacking-decimals.ts';
import { numericColumns } from './numeric-columns.ts';
import { originSpan } from './origin-span.ts';
import type { DataTableView } from './view.ts';

/** Rows that one column of the page has room for, with a caption: a table of so many stays whole, and keeps its name. */
const mostWhole = 36;

/** Columns that have room in one column of the page. */
const mostBeside = 4;

/**
 * A table of the appendix as its template sees it. Where values of the first column repeat, the second column heads the
 * rows too, and one that repeats stands once beside its rows, unless they are so many that some may be on another page.
 */
export function dataTableView(
  table: DataTable,
  { labels, language }: Pick<Edition, 'labels' | 'language'>,
  report: Report,
): DataTableView {
  const { kind, name, number, place } = table;
  const lacking = lackingInColumns(table, language);
  const rows = table.rows.map((cells, row) => ({
    cells: cells.map((cell, column) => ({ ...cell, lacks: lacking[column]?.[row] ?? null })),
  }));
  const groups = groupRows(rows);
  const heading = groups.some((group) => group.length > 1) && table.columns.length > 1 ? 2 : 1;
  const numeric = numericColumns(table.columns, heading);
  const label = number === 0 ? 'cover-map' : 'figure-number';
  return {
    id: dataTableId(table),
    figure: `${kind}-${name}`,
    source_place: placeText(place),
    number: originSpan(fillLabel(labels, label, { number: String(number) }, place, report), { counted: true }),
    title: htmlOf(table.title),
    long: table.rows.length > mostWhole,
    wide: table.columns.length > mostBeside,
    columns: table.columns.map(({ head }, index) => ({ head: htmlOf(head), numeric: numeric[index] ?? false })),
    groups: (heading === 1 ? [rows] : groups).map((group) => ({
      rows: group.map(({ cells }, index) => ({
        heads: [
          ...rowHeads(
            cells.slice(0, heading).map(({ text }) => ({ text })),
            { index, rows: group.length },
          ),
        ],
        cells: cells.slice(heading).map(({ lacks, ...cell }, at) => {
          const isNumeric = numeric[at + heading] ?? false;
          return { ...cell, numeric: isNumeric, lacks: isNumeric ? lacks : null };
        }),
      })),
    })),
  };
}
