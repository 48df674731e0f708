import type { NumberLiteral, TypedPiece, Wording } from '../data/literal-value.ts';
import type { ColumnReading, QueryReading } from '../data/query-tree.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun, EditionRun } from '../edition-run.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { ChartSpec } from '../read/schemas/figures.ts';
import { type Declared, type DeclaredName, findNames } from './declared-names.ts';
import { filledIn, isDateOrName, isProse, maskMarks, type PrintedText } from './printed-text.ts';
import { alignText, type SourceOf, textPlace } from './source-places.ts';
import { textColumns } from './spec-texts.ts';

/** A query whose answer is printed, and what of its answer it types. */
export interface PrintedQuery {
  /** What asks it: "fact killed-2022", "chart killed-by-year". */
  readonly name: string;
  readonly kind: 'fact' | 'chart' | 'map' | 'table' | 'timeline';
  readonly sql: string;
  /** Where it begins in its file. */
  readonly place: Place;
  readonly reading: QueryReading;
  /** Whether the numbers of a column are printed. */
  readonly prints: (column: ColumnReading) => boolean;
  /** Whether a text is printed that stands in a column whose numbers are not. */
  readonly printsText: (wording: Wording) => boolean;
}

/**
 * All queries that an edition prints from, each as the engine reads it. One that cannot be read has been reported, and so
 * has a fact without a value.
 */
export async function printedQueries(run: AnsweredRun): Promise<readonly PrintedQuery[]> {
  const queries: PrintedQuery[] = [];
  for (const { source, ...query } of printedSources(run)) {
    const reading = 'query' in source ? await run.datasets.read(source.query) : undefined;
    if (reading && 'query' in source) queries.push({ ...query, sql: source.query, reading });
  }
  return queries;
}

/** A query or dataset that is printed from, before it is read. */
type PrintedSource = Omit<PrintedQuery, 'reading' | 'sql'> & { readonly source: DataSource };

function printedSources({ written, facts, drawings }: AnsweredRun): readonly PrintedSource[] {
  const { facts: specs, charts, maps, tables, timelines } = written;
  return [
    ...[...specs]
      .filter(([name]) => facts.has(name))
      .map(([name, { value, at }]) => ({
        ...printedSource('fact', name, { query: value.query }, at('query'), []),
        prints: () => true,
      })),
    ...[...tables].map(([name, { value, at }]) => {
      const fields = value.columns.map(({ field }) => field);
      return printedSource('table', name, value.data, at('data', 'query'), fields);
    }),
    ...[...timelines].map(([name, { value, at }]) =>
      printedSource('timeline', name, value.data, at('data', 'query'), ['date', 'act', 'effect']),
    ),
    ...[...maps].map(([name, { value, at }]) => {
      const fields = ['name', ...(value.columns ?? []).map(({ field }) => field)];
      return printedSource('map', name, value.places, at('places', 'query'), fields);
    }),
    ...[...charts].flatMap(([name, chart]) => chartSources(name, chart, drawings.get(`chart ${name}`)?.svg ?? '')),
  ];
}

/** A source that prints some of its columns and nothing else. */
function printedSource(
  kind: PrintedQuery['kind'],
  name: string,
  source: DataSource,
  place: Place,
  columns: readonly string[],
): PrintedSource {
  return {
    name: `${kind} ${name}`,
    kind,
    source,
    place,
    prints: (column) => column.name === undefined || columns.includes(column.name),
    printsText: () => false,
  };
}

function chartSources(name: string, { value, at }: Located<ChartSpec>, svg: string): readonly PrintedSource[] {
  const inTextMarks = [...textColumns(value.spec)];
  const inTable = (value.columns ?? []).map(({ field }) => field);
  const sources = [
    printedSource('chart', name, value.data, at('data', 'query'), [...inTable, ...inTextMarks]),
    ...Object.entries(value.more_data ?? {}).map(([layer, source]) =>
      printedSource('chart', name, source, at('more_data', layer, 'query'), inTextMarks),
    ),
  ];
  return sources.map((source) => ({ ...source, printsText: (wording) => canBeDrawn(wording, svg) }));
}

/** Whether a text can stand in a drawing: prose can, a code where it is a name of an axis or a legend. */
function canBeDrawn(wording: Wording, svg: string): boolean {
  const text = textOf(wording);
  return isProse(text.replaceAll(filledIn, '')) || (text !== '' && svg.includes(`>${text}<`));
}

function textOf(wording: Wording): string {
  return wording.map((piece) => (piece === 'data' ? filledIn : piece.text)).join('');
}

/** The texts that queries type into print, each with the way back to the literals that it is made of. */
export function queryTexts(
  queries: readonly PrintedQuery[],
  language: string,
  sourceOf: SourceOf,
): readonly PrintedText[] {
  return queries.flatMap((query) => {
    const wordings = query.reading.columns.flatMap((column) =>
      query.prints(column) ? column.wordings : column.wordings.filter((wording) => query.printsText(wording)),
    );
    return distinct(wordings).map((wording) => wordingText(wording, query, language, sourceOf));
  });
}

/** Each of some values once. */
function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function wordingText(wording: Wording, query: PrintedQuery, language: string, sourceOf: SourceOf): PrintedText {
  const starts: { readonly from: number; readonly at: number | undefined; readonly text: string }[] = [];
  let text = '';
  for (const piece of wording) {
    if (piece === 'data' || (query.kind !== 'fact' && isKeyOfData(piece, language))) text += filledIn;
    else {
      starts.push({ from: text.length, at: piece.at, text: piece.text });
      text += piece.text;
    }
  }
  const placeAt = (offset: number): Place => {
    const piece = starts.findLast(({ from }) => from <= offset);
    return literalPlace(query, piece?.at, sourceOf, piece?.text.slice(0, offset - piece.from + 1));
  };
  return { text: maskMarks(text), claims: claimMarks(text), placeAt };
}

/** A code that names rows of the data (2022-Q1) is a value of them, as a cell is; a fact must find it in a cell. */
function isKeyOfData({ text, isKey }: TypedPiece, language: string): boolean {
  return isKey && !isProse(text) && isDateOrName(text, language);
}

/** Where a literal stands in its file, or, given its text up to a letter, that letter. */
function literalPlace({ sql, place }: PrintedQuery, at: number | undefined, sourceOf: SourceOf, upTo?: string): Place {
  if (at === undefined) return place;
  const start = new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, at)).length;
  const [offset = start] = upTo === undefined ? [start] : alignText(upTo, sql, start, sql.length).slice(-1);
  return textPlace(sourceOf(place.file), place, sql, offset);
}

/**
 * Reports the numbers that queries type into print: a literal that makes or changes a number, and a fact whose value no data
 * decide. What data are multiplied by may be declared in words ("five months").
 *
 * @returns the declared names that excuse one
 */
export function checkQueryNumbers(
  queries: readonly PrintedQuery[],
  { names }: Declared,
  { written, sourceOf }: EditionRun,
  report: Report,
): ReadonlySet<DeclaredName> {
  const { meta, language } = written;
  const rule = meta.value.strict ? 'number-typed-strict' : 'number-typed';
  const used = new Set<DeclaredName>();
  const excuseFor = excuses(names, language);
  for (const query of queries) {
    let isReported = false;
    for (const literal of numberLiterals(query)) {
      const name = excuseFor(literal);
      if (name) used.add(name);
      else {
        isReported = true;
        report({ rule, place: literalPlace(query, literal.at, sourceOf), ...messageOn(literal, meta.at().file) });
      }
    }
    if (isReported || !isWithoutData(query, language)) continue;
    report({
      rule,
      place: query.place,
      message: `the value of the ${query.name.replace(/ (.*)/, ' "$1"')} does not come from data: it is typed in`,
      cure: 'select it from the row that holds it, or write it out',
    });
  }
  return used;
}

/** The literals that make or change a number in print. */
function numberLiterals(query: PrintedQuery): readonly NumberLiteral[] {
  const printed = query.reading.columns.filter((column) => query.prints(column));
  const literals = distinct(printed.flatMap(({ numbers }) => numbers));
  // A list of so many rows numbers them; a fact that is bounded so is the bound.
  return literals.filter(({ role }) => role !== 'extent' || query.kind === 'fact');
}

/** Whether a query is that of a fact and gives a value without data and without a numeral, which is reported as such. */
function isWithoutData({ kind, reading: { columns } }: PrintedQuery, language: string): boolean {
  if (kind !== 'fact' || columns.some(({ varies }) => varies)) return false;
  const wordings = columns.flatMap((column) => column.wordings);
  return wordings.every((wording) => findNumerals(textOf(wording), language).length === 0);
}

function messageOn({ text, role }: NumberLiteral, file: string): { readonly message: string; readonly cure: string } {
  if (text === '') {
    return {
      message: 'the query makes a number here that does not come from data',
      cure: 'select it from the row that holds it',
    };
  }
  const message = /\d/.test(text)
    ? `"${text}" is typed in: no fact, claim or declared name stands behind it`
    : `"${text}" is typed in, and the query makes a number of it`;
  return role === 'factor'
    ? {
        message,
        cure: `select it from the row that holds it, or declare in ${file} what it counts (names: five months)`,
      }
    : { message, cure: 'select it from the row that holds it, or make a fact of it' };
}

/** Finds the declared name that stands for a literal; for a factor also one that says it with what it counts. */
function excuses(
  names: readonly DeclaredName[],
  language: string,
): (literal: NumberLiteral) => DeclaredName | undefined {
  const find = findNames(names);
  const counted = new Map<string, DeclaredName>();
  for (const name of names) {
    const numerals = findNumerals(name.text, language).filter(({ kind }) => kind === 'number' || kind === 'multiple');
    const [value, ...others] = numerals.flatMap(({ values }) => values);
    if (value?.kind === 'decimal' && others.length === 0) counted.set(value.decimal, name);
  }
  return ({ text, role }) => {
    const whole = find(text).find(({ start, end }) => start === 0 && end === text.length);
    return whole?.name ?? (role === 'factor' ? counted.get(text) : undefined);
  };
}
