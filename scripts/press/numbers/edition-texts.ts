import type { Root } from 'mdast';
import type { Drawings } from '../charts/drawing.ts';
import type { Table } from '../data/table.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import { cellTexts, type FindCell } from './cell-texts.ts';
import type { PrintedText, SourceOf } from './printed-text.ts';
import type { PrintedQuery } from './queries-in-print.ts';
import { queryTexts } from './query-literals.ts';
import { sectionTexts } from './section-texts.ts';
import { yamlTexts } from './yaml-texts.ts';

/** What an edition prints, once its queries have answered. */
export interface InPrint {
  readonly edition: Edition;
  /** The sections' markdown, parsed, in their order. */
  readonly trees: readonly Root[];
  /** The answers of tables and timelines, by "table name" and "timeline name". */
  readonly tables: ReadonlyMap<string, Table>;
  readonly drawings: Drawings;
  /** Its queries, as the engine reads them. */
  readonly queries: readonly PrintedQuery[];
  /** The descriptors of the datasets that it names. */
  readonly datasets: readonly Located<DatasetDescriptor>[];
}

/** The labels by which facts are written: the press's own words for values that are computed. */
const ofFacts =
  /^(?:number|times|ordinal|qualifier|growth|fraction|rose-or-fell|rise-or-fall|higher-or-lower|more-or-)/;

/** Every text that an edition prints as somebody typed it: sections, YAML, labels, and text cells of datasets. */
export function editionTexts(print: InPrint, sourceOf: SourceOf, findCell: FindCell): readonly PrintedText[] {
  const { edition, trees, datasets, queries } = print;
  const { language, labels } = edition;
  const ownLabels = Object.fromEntries(Object.entries(labels.value).filter(([name]) => !ofFacts.test(name)));
  const files: readonly Located<unknown>[] = [
    ...[edition.meta, edition.series, { value: ownLabels, at: labels.at }],
    ...datasets.map(({ value: { title, licenses = [] }, at }) => ({
      value: { title, licenses: licenses.map((licence) => ({ title: licence.title })) },
      at,
    })),
    ...[edition.charts, edition.tables, edition.maps, edition.timelines].flatMap((specs) => [...specs.values()]),
  ];
  return [
    ...edition.sections.flatMap((section, index) => {
      const tree = trees[index];
      return tree ? sectionTexts(section, tree, edition.sources) : [];
    }),
    ...files.flatMap((file) => yamlTexts(file, language, sourceOf)),
    ...queryTexts(queries, language, sourceOf),
    ...textCells(print, findCell),
  ];
}

function textCells({ edition, tables, drawings, queries }: InPrint, findCell: FindCell): readonly PrintedText[] {
  const of = (spec: Located<{ readonly data: DataSource }>, table: Table | undefined, columns: readonly string[]) => {
    const { data } = spec.value;
    const query =
      'query' in data
        ? { place: spec.at('data', 'query'), reading: queries.find(({ sql }) => sql === data.query)?.reading }
        : { place: spec.at('data', 'dataset'), reading: undefined };
    return table ? cellTexts(table, columns, query, edition.language, findCell) : [];
  };
  return [
    ...[...edition.tables].flatMap(([name, spec]) => {
      const columns = spec.value.columns.filter(({ format }) => format === 'text').map(({ field }) => field);
      return of(spec, tables.get(`table ${name}`), columns);
    }),
    ...[...edition.timelines].flatMap(([name, spec]) => of(spec, tables.get(`timeline ${name}`), ['act', 'effect'])),
    ...[...edition.charts].flatMap(([name, spec]) => {
      const drawing = drawings.get(`chart ${name}`);
      return drawing ? of(spec, drawing.given, textColumns(drawing.table, drawing.svg)) : [];
    }),
  ];
}

/** The columns of a chart's table whose texts are among those that it draws. */
function textColumns({ columns, rows }: Table, svg: string): readonly string[] {
  return columns.filter((column) =>
    rows.some((row) => {
      const cell = row[column];
      return cell?.kind === 'text' && cell.text !== '' && svg.includes(`>${cell.text}<`);
    }),
  );
}
