import { placeText, type Report } from '../diagnostics/diagnostic.ts';
import { dataTableId, placedId } from '../prose/anchors.ts';
import type { DataTable } from '../prose/prose.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import { groupRows, rowHeads } from './group-rows.ts';
import { htmlOf, htmlOrNull } from './html.ts';
import { lackingInColumns } from './lacking-decimals.ts';
import { numericColumns } from './numeric-columns.ts';
import { originSpan } from './origin-span.ts';
import type { DataTableView } from './view.ts';

/** A table of so many rows stays whole, and keeps its name: what a column lacks for it at its foot is little. */
const mostWhole = 12;

/** Rows that one column of the page has room for in two halves, with a caption: a folded table of so many stays whole. */
const mostWholeFolded = 72;

/** Columns that have room in one column of the page. */
const mostBeside = 4;

/** Rows of two short columns that are worth folding in two. */
const leastFolded = 12;

/** Characters of a row that have room in half a column of the page. */
const longestFolded = 20;

/**
 * A table of the appendix as its template sees it. Where values of the first column repeat, the second column heads the
 * rows too, and one that repeats stands once beside its rows, unless they are so many that some may be on another page.
 */
export function dataTableView(
  table: DataTable,
  { labels, language }: Pick<Edition, 'labels' | 'language'>,
  report: Report,
): DataTableView {
  const { number, place } = table;
  const lacking = lackingInColumns(table, language);
  const rows = table.rows.map((cells, row) => ({
    cells: cells.map((cell, column) => ({ ...cell, lacks: lacking[column]?.[row] ?? null })),
  }));
  const groups = groupRows(rows);
  const heading = groups.some((group) => group.length > 1) && table.columns.length > 1 ? 2 : 1;
  const numeric = numericColumns(table.columns, heading);
  const folded = isFolded(table, heading);
  const label = number === 0 ? 'cover-map' : 'figure-number';
  return {
    id: dataTableId(table),
    figure: placedId(table),
    source_place: placeText(place),
    number: originSpan(fillLabel(labels, label, { number: String(number) }, place, report), { counted: true }),
    title: htmlOf(table.title),
    subtitle: htmlOrNull(table.subtitle),
    source: htmlOrNull(table.source),
    adopted: table.adopted,
    folded,
    long: table.rows.length > (folded ? mostWholeFolded : mostWhole),
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

/** Whether a table is a long, narrow strip, such as of years and one number each: its halves have room side by side. */
function isFolded({ columns, rows }: DataTable, heading: number): boolean {
  if (columns.length !== 2 || heading !== 1 || rows.length < leastFolded) return false;
  return rows.every((cells) => cells.map(({ text }) => text).join('').length <= longestFolded);
}
