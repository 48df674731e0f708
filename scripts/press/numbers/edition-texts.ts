import type { Root } from 'mdast';
import type { Json } from '../charts/json.ts';
import type { QueryReading } from '../data/query-tree.ts';
import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun } from '../edition-run.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import { type PrintedQuery, queryTexts } from './printed-queries.ts';
import { filledIn, isDateOrName, isProse, type PrintedText, stringText } from './printed-text.ts';
import { sectionTexts } from './section-texts.ts';
import { type FindTextInCells, findTextInCells, type SourceOf } from './source-places.ts';
import { specTexts } from './spec-texts.ts';

/** What an edition prints besides its files and answers. */
export interface InPrint {
  /** The sections' markdown, parsed, in their order. */
  readonly trees: readonly Root[];
  /** Its queries, as the engine reads them. */
  readonly queries: readonly PrintedQuery[];
  /** The descriptors of the datasets that it names. */
  readonly described: readonly Located<DatasetDescriptor>[];
}

/** Every text that an edition prints as somebody typed it: sections, YAML, labels, and text cells of datasets. */
export function editionTexts(run: AnsweredRun, print: InPrint): readonly PrintedText[] {
  const { written, dataPackage, sourceOf } = run;
  const { trees, queries, described } = print;
  return [
    ...written.sections.flatMap((section, index) => {
      const tree = trees[index];
      return tree ? sectionTexts(section, tree, written.sources) : [];
    }),
    ...printedFiles(written, described).flatMap((file) => yamlTexts(file, written.language, sourceOf)),
    ...queryTexts(queries, written.language, sourceOf),
    ...textCells(run, queries, findTextInCells(dataPackage.value, sourceOf)),
  ];
}

/** The labels by which facts are written: the press's own words for values that are computed. */
const labelOfFacts =
  /^(?:number|times|ordinal|qualifier|growth|fraction|rose-or-fell|rise-or-fall|higher-or-lower|more-or-)/;

/** The YAML files of an edition, of labels and of datasets, with no more than is printed of them. */
function printedFiles(
  { meta, series, labels, charts, tables, maps, timelines }: Edition,
  described: InPrint['described'],
): readonly Located<unknown>[] {
  const ownLabels = Object.fromEntries(Object.entries(labels.value).filter(([name]) => !labelOfFacts.test(name)));
  return [
    meta,
    series,
    { value: ownLabels, at: labels.at },
    ...described.map(({ value: { title, licenses = [] }, at }) => ({
      value: { title, licenses: licenses.map((licence) => ({ title: licence.title })) },
      at,
    })),
    ...[charts, tables, maps, timelines].flatMap((specs) => [...specs.values()]),
  ];
}

/**
 * The printed texts of a YAML file: every string but those under keys that are not printed, and those that a chart's
 * specification prints. What its queries give is read elsewhere (printed-queries.ts). Of a text in several languages, the one
 * that is printed.
 */
function yamlTexts({ value, at }: Located<unknown>, language: string, sourceOf: SourceOf): readonly PrintedText[] {
  const textsOf = (part: unknown, path: readonly (string | number)[]): readonly PrintedText[] => {
    if (typeof part === 'string') return [stringText(part, at(...path), sourceOf)];
    if (Array.isArray(part)) return part.flatMap((entry, index) => textsOf(entry, [...path, index]));
    if (path.at(-1) === 'spec') {
      return specTexts(part as Json).map(({ path: inSpec, whole, ...piece }) =>
        stringText(whole, at(...path, ...inSpec), sourceOf, piece),
      );
    }
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([name, entry]) =>
      notPrinted.has(name) || isOtherLanguage(name, part, language) ? [] : textsOf(entry, [...path, name]),
    );
  };
  return textsOf(value, []);
}

/** Keys of YAML files whose values are not printed, or are names that the press looks up. All others are printed. */
const notPrinted: ReadonlySet<string> = new Set([
  'source',
  'dataset',
  'query',
  'field',
  'format',
  'width',
  'total',
  'unit',
  'language',
  'country',
  'accent',
  'status',
  'map',
  'version',
  'date',
  'data_cutoff',
  'rivers',
  'regions',
  'url',
  'email',
  'declared',
]);

/** Whether a map is a text by language, and this is not the language that is printed. */
function isOtherLanguage(key: string, map: object, language: string): boolean {
  return language in map && key !== language && /^[a-z]{2,3}(-[A-Za-z]+)*$/.test(key);
}

/** The text cells that tables, timelines and charts print. */
function textCells(
  { written, tables, drawings }: AnsweredRun,
  queries: readonly PrintedQuery[],
  findCell: FindTextInCells,
): readonly PrintedText[] {
  const of = (spec: Located<{ readonly data: DataSource }>, table: Table | undefined, columns: readonly string[]) => {
    const { data } = spec.value;
    const query =
      'query' in data
        ? { place: spec.at('data', 'query'), reading: queries.find(({ sql }) => sql === data.query)?.reading }
        : { place: spec.at('data', 'dataset'), reading: undefined };
    return table ? cellTexts(table, columns, query, written.language, findCell) : [];
  };
  return [
    ...[...written.tables].flatMap(([name, spec]) => {
      const columns = spec.value.columns.filter(({ format }) => format === 'text').map(({ field }) => field);
      return of(spec, tables.get(`table ${name}`), columns);
    }),
    ...[...written.timelines].flatMap(([name, spec]) => of(spec, tables.get(`timeline ${name}`), ['act', 'effect'])),
    ...[...written.charts].flatMap(([name, spec]) => {
      const drawing = drawings.get(`chart ${name}`);
      return drawing ? of(spec, drawing.given, drawnColumns(drawing.table, drawing.svg)) : [];
    }),
  ];
}

/** The columns of a chart's table whose texts are among those that it draws. */
function drawnColumns({ columns, rows }: Table, svg: string): readonly string[] {
  return columns.filter((column) =>
    rows.some((row) => {
      const cell = row[column];
      return cell?.kind === 'text' && cell.text !== '' && svg.includes(`>${cell.text}<`);
    }),
  );
}

/**
 * The text cells of a table as printed texts: the sentences of a timeline, the words of a column. A cell that is a date, a
 * period or a name and nothing else ("2021-H1", "FY 2017–2018") is a value of the data like any number in it.
 *
 * Words that the query itself adds are found in the query; the rest of such a cell is prose like any other, so that a
 * `replace` that no longer finds its words is noticed.
 *
 * @param columns those that are printed as text
 * @param query where the table's query stands, for words that it has changed beyond finding, and what it types
 */
function cellTexts(
  { rows }: Table,
  columns: readonly string[],
  query: { readonly place: Place; readonly reading: QueryReading | undefined },
  language: string,
  findCell: FindTextInCells,
): readonly PrintedText[] {
  const cells = rows.flatMap((row) => columns.map((column) => row[column]));
  const texts = new Set(cells.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : [])));
  const typed = (query.reading?.columns ?? []).flatMap(({ wordings }) => wordings.flat());
  const added = typed.flatMap((part) => (part !== 'data' && isProse(part.text) ? [part.text] : []));
  return [...texts].flatMap((text) => {
    const own = maskWords(text, added);
    if (isDateOrName(own.replaceAll(filledIn, '').trim(), language)) return [];
    return {
      ...stringText(own, query.place, () => ''),
      placeAt: (offset) => findCell(text, offset) ?? query.place,
    };
  });
}

/** A text with signs that stand for nothing in the place of some of its words; the others stand where they stood. */
function maskWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, filledIn.repeat(word.length)), text);
}
