import type { NumberLiteral, TypedPiece, Wording } from '../data/literal-value.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import { alignText } from '../numerals/align-text.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import { filledIn } from '../numerals/run.ts';
import type { Edition } from '../read/edition.ts';
import { type Declared, type DeclaredName, findNames } from './declared-names.ts';
import { isProse, isValue } from './is-value.ts';
import type { PrintedText, SourceOf } from './printed-text.ts';
import type { PrintedQuery } from './queries-in-print.ts';
import { textPlace } from './text-place.ts';
import { withoutMarks } from './without-marks.ts';

/** The texts that queries type into print, each with the way back to the literals that it is made of. */
export function queryTexts(
  queries: readonly PrintedQuery[],
  language: string,
  sourceOf: SourceOf,
): readonly PrintedText[] {
  return queries.flatMap((query) => {
    const wordings = query.reading.columns.flatMap((column) =>
      query.prints(column) ? column.wordings : column.wordings.filter((wording) => query.printsText(column, wording)),
    );
    const ways = new Map(wordings.map((wording) => [JSON.stringify(wording), wording]));
    return [...ways.values()].map((wording) => wordingText(wording, query, language, sourceOf));
  });
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
  return { text: withoutMarks(text), claims: claimMarks(text), placeAt };
}

/** A code that names rows of the data (2022-Q1) is a value of them, as a cell is; a fact must find it in a cell. */
function isKeyOfData({ text, isKey }: TypedPiece, language: string): boolean {
  return isKey && !isProse(text) && isValue(text, language);
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
  edition: Edition,
  { names }: Declared,
  sourceOf: SourceOf,
  report: Report,
): ReadonlySet<DeclaredName> {
  const { meta, language } = edition;
  const rule = meta.value.strict ? ('number-typed-strict' as const) : ('number-typed' as const);
  const used = new Set<DeclaredName>();
  const excuse = excuses(names, language);
  for (const query of queries) {
    const { columns } = query.reading;
    const printed = columns.filter((column) => query.prints(column));
    const literals = new Map(
      printed.flatMap(({ numbers }) => numbers).map((literal) => [JSON.stringify(literal), literal]),
    );
    let told = 0;
    for (const literal of literals.values()) {
      // A list of so many rows numbers them; a fact that is bounded so is the bound.
      if (literal.role === 'extent' && query.kind !== 'fact') continue;
      const name = excuse(literal);
      if (name) used.add(name);
      else {
        told += 1;
        report({ rule, place: literalPlace(query, literal.at, sourceOf), ...said(literal, meta.at().file) });
      }
    }
    if (query.kind !== 'fact' || told > 0 || columns.some(({ rests }) => rests)) continue;
    if (columns.some(({ wordings }) => wordings.some((wording) => hasNumeral(wording, language)))) continue;
    report({
      rule,
      place: query.place,
      message: `no data decide the value of the ${query.name.replace(/ (.*)/, ' "$1"')}: it is typed in`,
      cure: 'select it from the row that holds it, or write it out',
    });
  }
  return used;
}

function hasNumeral(wording: Wording, language: string): boolean {
  const text = wording.map((piece) => (piece === 'data' ? filledIn : piece.text)).join('');
  return findNumerals(text, language).length > 0;
}

function said({ text, role }: NumberLiteral, file: string): { readonly message: string; readonly cure: string } {
  if (text === '') {
    return {
      message: 'the query makes a number here that no data decide',
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
