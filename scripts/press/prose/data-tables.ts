import type { Table } from '../data/table.ts';
import type { Located } from '../read/checked-yaml.ts';
import { fillLabel } from '../read/labels.ts';
import type { ChartSpec, MapSpec } from '../read/schemas/figures.ts';
import { dataTableId } from './anchors.ts';
import type { ProseContext } from './context.ts';
import { phrase } from './place-named.ts';
import type { DataTable, Phrasing, PlacedFigure } from './prose.ts';
import { tableCells } from './rows.ts';

/**
 * The tables of what the charts and maps of an edition draw, from the very answers that they are drawn from. A placed
 * chart that does not say what its table shows is reported: names that help a query to draw are no words for readers.
 */
export function dataTables(coverMap: PlacedFigure | undefined, context: ProseContext): readonly DataTable[] {
  if (context.edition.meta.value.appendix === 'none') return [];
  const placed = context.placed.filter(
    (block): block is PlacedFigure => block.kind === 'chart' || block.kind === 'map',
  );
  // The map on the cover has no number; what it draws comes last.
  const figures = [...placed.toSorted((one, other) => one.number - other.number), ...(coverMap ? [coverMap] : [])];
  const once = new Map(figures.map((figure) => [`${figure.kind} ${figure.name}`, figure]));
  return [...once].flatMap(([key, figure]) => dataTable(figure, context.tables.get(key), context) ?? []);
}

function dataTable(figure: PlacedFigure, table: Table | undefined, context: ProseContext): DataTable | undefined {
  const { edition, report } = context;
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
  context.anchors.add(dataTableId(figure));
  const fields = columns.map(({ field }) => field);
  const shown = rows === 'distinct' ? { ...table, rows: distinctRows(table.rows, fields) } : table;
  const absent = fillLabel(edition.labels, 'no-value', {}, place, report);
  return {
    ...{ kind, name, number, place, adopted },
    title: withoutCalls(title),
    subtitle: measure === undefined ? withoutCalls(subtitle) : phrase(measure, spec.at('measure'), context),
    source: withoutCalls(source),
    columns: columns.map(({ head, format }, index) => ({
      head: phrase(head, spec.at('columns', index, 'head'), context),
      format,
    })),
    rows: tableCells({ value: { columns, missing }, at: spec.at }, shown, absent, context),
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
