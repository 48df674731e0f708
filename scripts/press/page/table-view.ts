import type { PlacedTable, TableCell } from '../prose/prose.ts';
import { captionView, type Labelled, numbered } from './block-views.ts';
import { groupRows, rowHeads } from './group-rows.ts';
import { htmlOf } from './html.ts';
import { lackingInColumns } from './lacking-decimals.ts';
import { numericColumns } from './numeric-columns.ts';
import { originSpan } from './origin-span.ts';
import type { TableView } from './view.ts';

type HeadCell = TableView['head_rows'][number]['cells'][number];

/** A table as its template sees it. */
export function tableView(table: PlacedTable, labelled: Labelled): TableView {
  const { heading } = table;
  const numeric = numericColumns(table.columns, heading);
  const lacking = lackingInColumns({ ...table, rows: table.rows.map(({ cells }) => cells) }, labelled.edition.language);
  const cellView = ({ text, missing }: TableCell, row: number, column: number) => ({
    lacks: numeric[column] ? (lacking[column]?.[row] ?? null) : null,
    text: originSpan(text, { cell: `table ${table.name} ${row + 1} ${table.columns[column]?.field ?? ''}` }),
    missing,
    numeric: numeric[column] ?? false,
    total: table.columns[column]?.total ?? false,
  });
  const rows = table.rows.map(({ cells, total }, row) => {
    return { cells, total, views: cells.map((cell, column) => cellView(cell, row, column)) };
  });
  const groups = heading === 1 ? [rows] : groupRows(rows);
  return {
    ...captionView(table),
    width: table.width,
    number: numbered('table-number', table.number, table.place, labelled),
    head_rows: headRows(table.columns, numeric).map((cells) => ({ cells: [...cells] })),
    groups: groups.map((group) => ({
      rows: group.map(({ views, total }, index) => {
        const own = views.slice(0, heading).map(({ text }) => ({ text }));
        return {
          total,
          heads: [...rowHeads(own, { index, rows: group.length })],
          cells: views.slice(heading),
        };
      }),
    })),
  };
}

/** The heads of the columns: two rows where some columns stand under a head that they share. */
function headRows(columns: PlacedTable['columns'], numeric: readonly boolean[]): readonly (readonly HeadCell[])[] {
  const heads = columns.map(({ head, group, total }, index): HeadCell & { readonly group: string } => ({
    head: htmlOf(head),
    numeric: numeric[index] ?? false,
    scope: 'col',
    columns: null,
    rows: null,
    total,
    group: String(htmlOf(group)),
  }));
  if (heads.every(({ group }) => group === '')) return [heads];
  const upper: (HeadCell & { readonly group: string })[] = [];
  for (const [index, head] of heads.entries()) {
    const last = upper.at(-1);
    if (head.group === '') upper.push({ ...head, rows: '2' });
    else if (last?.group === head.group)
      upper[upper.length - 1] = { ...last, columns: String(Number(last.columns) + 1) };
    else {
      const words = htmlOf(columns[index]?.group ?? []);
      upper.push({ ...head, head: words, numeric: false, total: false, scope: 'colgroup', columns: '1' });
    }
  }
  return [upper, heads.filter(({ group }) => group !== '')];
}
