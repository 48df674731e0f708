import { exactValue } from '../data/number-cell.ts';
import { compare, magnitude, rationalOf, rounded } from '../data/rational.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { type AnswerEvidence, blankParts, type Evidence, type FilledPart, filledText } from './evidence.ts';
import type { CellOfAnswer, Explained, FoundNumber, TypedNumbers } from './explanation.ts';
import type { SpanOrigin, TextSpan } from './text-spans.ts';

type CellOrigin = Extract<SpanOrigin, { kind: 'cell' }>;
type DrawnOrigin = Extract<SpanOrigin, { kind: 'drawn' }>;

/** The numbers in a cell of a table or timeline: values of its answer; in a sentence, what is typed in the dataset. */
export function numbersOfCell(
  span: TextSpan,
  { of, row, column }: CellOrigin,
  { language, run, answers, findCell }: Evidence,
  typed: TypedNumbers,
): readonly FoundNumber[] {
  const answer = answers.get(of);
  const cell = answer?.tables[0]?.rows[row - 1]?.[column];
  const place = answer?.place ?? span.place;
  const data = { explanation: { kind: 'data', cell: { row, column } } as const, place };
  if (cell?.kind !== 'text' || !answer) {
    return numbersOfWords(span, [], { of, language, place }, () => data);
  }
  const filled = filledText(cell.text, answer.place, run);
  const isPlain = filled.parts.length === 0 && cell.text === span.text;
  return numbersOfWords(span, filled.parts, { of, language, place }, ({ start }) => {
    const inData = isPlain ? findCell(cell.text, start) : undefined;
    return (inData && typed.byPlace(inData)) ?? data;
  });
}

/**
 * The numbers in a label of a drawing, or in what is said in its place: facts of its file, words and values of its
 * answer, what is typed into its file, and numbers of a scale.
 */
export function numbersOfLabel(
  span: TextSpan,
  origin: DrawnOrigin,
  evidence: Evidence,
  typed: TypedNumbers,
): readonly FoundNumber[] {
  const { of } = origin;
  const { language } = evidence;
  const words = { of, language, place: undefined };
  const answer = evidence.answers.get(of);
  if (!answer) return numbersOfWords(span, [], words, () => unexplained);
  const filled = filledLabel(span.text, origin, answer, evidence);
  if (filled) {
    const { parts, place } = filled;
    const explain = (_: Numeral, spelled: string, nth: number) =>
      typed.byWords({ words: spelled, from: place, nth }) ?? unexplained;
    return numbersOfWords(span, parts, { ...words, place }, explain);
  }
  const inWords = firstIn(answer, (table) => findWords(span.text, table, language));
  if (inWords) {
    return numbersOfWords(span, [], words, ({ start }) => {
      const place = evidence.findCell(span.text, start);
      return (place && typed.byPlace(place)) ?? ofData(inWords, answer);
    });
  }
  const inFile = { ...answer.place, line: 1, column: 1 };
  return numbersOfWords(span, [], words, (numeral, spelled, nth) =>
    explainLabel(origin, numeral, answer, () => typed.byWords({ words: spelled, from: inFile, nth })),
  );
}

const unexplained: Explained = { explanation: { kind: 'unexplained' }, place: undefined };

function ofData(cell: CellOfAnswer | undefined, { place }: AnswerEvidence): Explained {
  return { explanation: { kind: 'data', cell }, place };
}

function explainLabel(
  { of, part }: DrawnOrigin,
  numeral: Numeral,
  answer: AnswerEvidence,
  findTyped: () => Explained | undefined,
): Explained {
  const isTitle = part === 'alternative' || part.includes('title');
  if (isTitle) return findTyped() ?? unexplained;
  // The numbers along an axis are those of its scale, whether or not a value happens to be the same.
  if (of.startsWith('map ') || part === 'axis-label') return { explanation: { kind: 'scale' }, place: answer.place };
  const cell = firstIn(answer, (table) => findValue(numeral, table));
  if (cell) return ofData(cell, answer);
  // What neither is there nor typed, the specification has computed.
  return findTyped() ?? ofData(undefined, answer);
}

/** The text with facts that a label prints: of its file, or of a cell of its answer. */
function filledLabel(label: string, { part }: DrawnOrigin, answer: AnswerEvidence, { run }: Evidence) {
  const { filled, tables, place } = answer;
  const key = part === 'alternative' ? 'alt' : 'spec';
  const isSame = ({ text }: { readonly text: string }) => text.trim() === label.trim();
  const written = filled.find((text) => text.key === key && isSame(text));
  if (written || key === 'alt') return written;
  for (const row of tables.flatMap(({ rows }) => rows)) {
    for (const cell of Object.values(row)) {
      if (cell.kind !== 'text' || !/:(?:fact|claim)\[/.test(cell.text)) continue;
      const text = filledText(cell.text, place, run);
      if (isSame(text)) return text;
    }
  }
  return undefined;
}

/** In the columns that readers are shown first: others help to draw, and may hold the same numbers. */
function firstIn({ tables, columns }: AnswerEvidence, find: (table: Table) => CellOfAnswer | undefined) {
  const shown = tables.map((table) => ({ ...table, columns: table.columns.filter((name) => columns.includes(name)) }));
  for (const table of [...shown, ...tables]) {
    const found = find(table);
    if (found) return found;
  }
  return undefined;
}

/** The first cell of a table whose words are a label's; a number is one where it may be a year. */
function findWords(label: string, table: Table, language: string): CellOfAnswer | undefined {
  const words = withSingleSpaces(label);
  return firstCell(table, (cell) => withSingleSpaces(wordsOf(cell, language)) === words);
}

function wordsOf(cell: Cell, language: string): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return formatDate(cell.iso, language);
    case 'number':
      return /^\d{4}$/.test(cell.decimal) ? cell.decimal : '';
    default:
      return '';
  }
}

/** The first cell of a table that a numeral prints, at the precision that it prints. */
function findValue({ values: [value] }: Numeral, table: Table): CellOfAnswer | undefined {
  if (value?.kind === 'date') {
    const { iso } = value;
    return firstCell(table, (cell) => {
      const written = cell.kind === 'date' ? cell.iso : cell.kind === 'text' ? cell.text : '';
      return written === iso || written.startsWith(`${iso}-`) || (cell.kind === 'number' && cell.decimal === iso);
    });
  }
  if (value?.kind !== 'decimal') return undefined;
  const printed = magnitude(rationalOf(value.decimal));
  const sizeOf = (cell: Extract<Cell, { kind: 'number' }>) =>
    magnitude(rounded(exactValue(cell), -value.place, 'round'));
  return firstCell(table, (cell) => cell.kind === 'number' && compare(sizeOf(cell), printed) === 0);
}

function firstCell({ columns, rows }: Table, is: (cell: Cell) => boolean): CellOfAnswer | undefined {
  for (const [index, row] of rows.entries()) {
    const column = columns.find((name) => {
      const cell = row[name];
      return cell !== undefined && is(cell);
    });
    if (column !== undefined) return { row: index + 1, column };
  }
  return undefined;
}

function withSingleSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where words come from. */
interface Words {
  readonly of: string;
  readonly language: string;
  /** Of the text that names the facts in them. */
  readonly place: Place | undefined;
}

/** The numbers of a span whose words were put together outside of prose: its facts, and what `explain` says of all others. */
function numbersOfWords(
  span: TextSpan,
  parts: readonly FilledPart[],
  { of, language, place }: Words,
  explain: (numeral: Numeral, words: string, nth: number) => Explained,
): readonly FoundNumber[] {
  const times = new Map<string, number>();
  const others = findNumerals(blankParts(span.text, parts), language).map((numeral): FoundNumber => {
    const { start, end } = numeral;
    const words = span.text.slice(start, end);
    const nth = times.get(words) ?? 0;
    times.set(words, nth + 1);
    return { span, start, end, count: 1, of, ...explain(numeral, words, nth) };
  });
  const facts = parts.map(({ kind, fact, start, end }): FoundNumber => {
    return { span, start, end, count: 1, of, place, explanation: { kind, fact } };
  });
  return [...facts, ...others].toSorted((one, other) => one.start - other.start);
}
