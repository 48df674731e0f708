import type { Cell, Table } from '../data/table.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { formatCell } from '../facts/format-cell.ts';
import { formatDate } from '../facts/format-date.ts';
import type { Located } from '../read/checked-yaml.ts';
import { fillLabel, textIn } from '../read/labels.ts';
import type { ChartSpec, MapSpec, TableSpec, TimelineSpec } from '../read/schemas/figures.ts';
import type {
  DataTable,
  Phrasing,
  PlacedBlock,
  PlacedFigure,
  PlacedTable,
  PlacedTimeline,
  TableCell,
} from './prose.ts';
import type { Writing } from './writing.ts';

/** The rows of a table of data in print. */
export function tableRows(spec: Located<TableSpec>, table: Table, writing: Writing): PlacedTable['rows'] {
  const { total } = spec.value;
  return tableCells(spec, table, '–', writing).map((cells, index) => ({
    cells,
    total: total === 'last-row' && index === table.rows.length - 1,
  }));
}

/** What is printed of a table of data. */
type PrintedTable = Located<Pick<TableSpec, 'columns' | 'missing'>>;

/**
 * The cells of a table in print, row by row. A column that the data does not give is reported once, at its place in the
 * file.
 *
 * @param absent what stands for a missing value where the file does not say it
 */
function tableCells(
  spec: PrintedTable,
  table: Table,
  absent: string,
  writing: Writing,
): readonly (readonly TableCell[])[] {
  const { edition, report } = writing;
  const { columns, missing } = spec.value;
  const known = columns.map(({ field }, index) => hasColumn(table, field, spec.at('columns', index, 'field'), report));
  const place = spec.at('missing');
  const unknown =
    missing === undefined ? absent : writing.fillFacts(textIn(missing, edition.language, place, report), place);
  return table.rows.map((row) =>
    columns.map(({ field, format, decimals }, column): TableCell => {
      const cell = row[field];
      if (!known[column] || !cell || cell.kind === 'missing') return { text: unknown, missing: true };
      const formatted = formatCell(cell, { format, decimals, unit: undefined, qualifier: undefined }, edition);
      if (formatted.kind === 'text') {
        const text = writing.fillFacts(formatted.text, spec.at('columns', column));
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
  writing: Writing,
): PlacedTimeline['entries'] {
  const { edition, report } = writing;
  const place = spec.at('data');
  const present = ['date', 'act', 'effect', 'source'].filter((name) => hasColumn(table, name, place, report));
  if (present.length < 4) return [];
  return table.rows.map((row) => {
    const source = wordsOf(row.source);
    return {
      date: formatDate(wordsOf(row.date), edition.language),
      act: writing.fillFacts(wordsOf(row.act), place),
      effect: writing.fillFacts(wordsOf(row.effect), place),
      source: source === '' ? [] : writing.endnotes.cite([{ id: source }], place),
    };
  });
}

function wordsOf(cell: Cell | undefined): string {
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
  const isThere = table.columns.includes(name);
  if (!isThere) {
    report({
      rule: 'query-shape',
      place,
      message: `the data has no column "${name}"`,
      cure: didYouMean(name, table.columns, 'columns of the data'),
    });
  }
  return isThere;
}

/**
 * The tables of what the charts and maps of an edition draw, from the very answers that they are drawn from. A placed
 * chart that does not say what its table shows is reported: names that help a query to draw are no words for readers.
 *
 * @param placed what the sections place
 */
export function dataTables(
  coverMap: PlacedFigure | undefined,
  placed: readonly PlacedBlock[],
  writing: Writing,
): readonly DataTable[] {
  if (writing.edition.meta.value.appendix === 'none') return [];
  const inSections = placed.filter((block): block is PlacedFigure => block.kind === 'chart' || block.kind === 'map');
  // The map on the cover has no number; what it draws comes last.
  const figures = [...inSections.toSorted((one, other) => one.number - other.number), ...(coverMap ? [coverMap] : [])];
  const once = new Map(figures.map((figure) => [`${figure.kind} ${figure.name}`, figure]));
  return [...once].flatMap(([key, figure]) => dataTable(figure, writing.tables.get(key), writing) ?? []);
}

function dataTable(figure: PlacedFigure, table: Table | undefined, writing: Writing): DataTable | undefined {
  const { edition, report } = writing;
  const { kind, name, number, title, subtitle, source, adopted } = figure;
  const spec: Located<ChartSpec | MapSpec> | undefined = (kind === 'chart' ? edition.charts : edition.maps).get(name);
  const { columns, missing, rows, measure } = spec?.value ?? {};
  if (!spec) return undefined;
  if (!columns) {
    if (kind === 'chart') {
      report({
        rule: 'chart-columns',
        place: spec.at(),
        message: `the chart "${name}" does not say what its table in the appendix shows`,
        cure: 'add "columns", a field and a head for each column with data, or write "appendix: none" in edition.yaml',
      });
    }
    return undefined;
  }
  // A chart that could not be drawn was reported.
  if (!table) return undefined;
  const place = spec.at('columns');
  const fields = columns.map(({ field }) => field);
  const shown = rows === 'distinct' ? { ...table, rows: distinctRows(table.rows, fields) } : table;
  const absent = fillLabel(edition.labels, 'no-value', {}, place, report);
  return {
    kind,
    name,
    number,
    place,
    adopted,
    title: withoutCalls(title),
    subtitle: measure === undefined ? withoutCalls(subtitle) : writing.phrase(measure, spec.at('measure')),
    source: withoutCalls(source),
    columns: columns.map(({ head, format }, index) => ({
      head: writing.phrase(head, spec.at('columns', index, 'head')),
      format,
    })),
    rows: tableCells({ value: { columns, missing }, at: spec.at }, shown, absent, writing),
  };
}

/** The first of the rows that have the same values in these columns. */
function distinctRows(rows: Table['rows'], fields: readonly string[]): Table['rows'] {
  const keyOf = (row: Table['rows'][number]) => JSON.stringify(fields.map((field) => row[field] ?? null));
  return [...Map.groupBy(rows, keyOf).values()].flatMap((alike) => alike.slice(0, 1));
}

/** Words that stand a second time, without the calls of their notes: an id is one place. */
function withoutCalls(phrasing: Phrasing): Phrasing {
  return phrasing.flatMap((node): Phrasing => {
    if (node.type !== 'element') return [node];
    return node.tagName === 'sup' ? [] : [{ ...node, children: [...withoutCalls(node.children)] }];
  });
}
