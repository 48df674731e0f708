import { exactValue } from '../data/number-cell.ts';
import { compare, magnitude, rationalOf, rounded } from '../data/rational.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { filledIn } from '../numerals/run.ts';
import { type FilledPart, filledText, type Print, type PrintedAnswer } from './evidence.ts';
import type { CellOfAnswer, ExplainedTyped, ExplainTyped, FoundNumber } from './explanation.ts';
import type { PieceOrigin, PrintedPiece } from './text-runs.ts';

/** The numbers in a cell of a table or timeline: values of its answer; in a sentence, what is typed in the dataset. */
export function numbersOfCell(
  piece: PrintedPiece,
  { of, row, column }: Extract<PieceOrigin, { kind: 'cell' }>,
  { language, context, answers, findCell }: Print,
  explain: ExplainTyped,
): readonly FoundNumber[] {
  const answer = answers.get(of);
  const cell = answer?.tables[0]?.rows[row - 1]?.[column];
  const place = answer?.place ?? piece.place;
  const data = { explanation: { kind: 'data', cell: { row, column } } as const, place };
  if (cell?.kind !== 'text' || !answer) {
    return numbersOfWords(piece, [], { of, language, place }, () => data);
  }
  const filled = filledText(cell.text, answer.place, context);
  const isPlain = filled.parts.length === 0 && cell.text === piece.text;
  return numbersOfWords(piece, filled.parts, { of, language, place }, ({ start }) => {
    const inData = isPlain ? findCell(cell.text, start) : undefined;
    return (inData && explain.byPlace(inData)) ?? data;
  });
}

type Drawn = Extract<PieceOrigin, { kind: 'drawn' }>;

/**
 * The numbers in a label of a drawing, or in what is said in its place: facts of its file, words and values of its
 * answer, what is typed into its file, and numbers of a scale.
 */
export function numbersOfLabel(
  piece: PrintedPiece,
  origin: Drawn,
  print: Print,
  explain: ExplainTyped,
): readonly FoundNumber[] {
  const { of } = origin;
  const { language } = print;
  const answer = print.answers.get(of);
  if (!answer) return numbersOfWords(piece, [], { of, language, place: undefined }, () => unexplained);
  const filled = writtenFor(piece.text, origin, answer, print);
  if (filled) {
    return numbersOfWords(
      piece,
      filled.parts,
      { of, language, place: filled.place },
      (_, words, nth) => explain.byWords({ words, from: filled.place, nth }) ?? unexplained,
    );
  }
  const ofData = (cell: CellOfAnswer | undefined): ExplainedTyped => ({
    explanation: { kind: 'data', cell },
    place: answer.place,
  });
  const inWords = firstIn(answer, (table) => findWords(piece.text, table, language));
  if (inWords) {
    return numbersOfWords(piece, [], { of, language, place: undefined }, ({ start }) => {
      const place = print.findCell(piece.text, start);
      return (place && explain.byPlace(place)) ?? ofData(inWords);
    });
  }
  return numbersOfWords(piece, [], { of, language, place: undefined }, (numeral, words, nth) => {
    const typed = () => explain.byWords({ words, from: { ...answer.place, line: 1, column: 1 }, nth });
    return explainLabel(origin, {
      value: () => firstIn(answer, (table) => findValue(numeral, table)),
      typed,
      ofData,
      place: answer.place,
    });
  });
}

const unexplained: ExplainedTyped = { explanation: { kind: 'unexplained' }, place: undefined };

interface Known {
  readonly value: () => CellOfAnswer | undefined;
  readonly typed: () => ExplainedTyped | undefined;
  readonly ofData: (cell: CellOfAnswer | undefined) => ExplainedTyped;
  readonly place: ExplainedTyped['place'];
}

function explainLabel({ of, part }: Drawn, { value, typed, ofData, place }: Known): ExplainedTyped {
  const scale: ExplainedTyped = { explanation: { kind: 'scale' }, place };
  const isTitle = part === 'alternative' || part.includes('title');
  if (isTitle) return typed() ?? unexplained;
  if (of.startsWith('map ')) return scale;
  // The numbers along an axis are those of its scale, whether or not a value happens to be the same.
  if (part === 'axis-label') return scale;
  const cell = value();
  if (cell) return ofData(cell);
  // What neither is there nor typed, the specification has computed.
  return typed() ?? ofData(undefined);
}

/** The text with facts that a label prints: of its file, or of a cell of its answer. */
function writtenFor(label: string, { part }: Drawn, { filled, tables, place }: PrintedAnswer, { context }: Print) {
  const key = part === 'alternative' ? 'alt' : 'spec';
  const same = ({ text }: { readonly text: string }) => text.trim() === label.trim();
  const written = filled.find((text) => text.key === key && same(text));
  if (written || key === 'alt') return written;
  for (const row of tables.flatMap(({ rows }) => rows)) {
    for (const cell of Object.values(row)) {
      if (cell.kind !== 'text' || !/:(?:fact|claim)\[/.test(cell.text)) continue;
      const text = filledText(cell.text, place, context);
      if (same(text)) return text;
    }
  }
  return undefined;
}

/** In the columns that readers are shown first: others help to draw, and may hold the same numbers. */
function firstIn({ tables, columns }: PrintedAnswer, find: (table: Table) => CellOfAnswer | undefined) {
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
  return findCell(table, (cell) => {
    return withSingleSpaces(wordsOf(cell, language)) === words;
  });
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
    return findCell(table, (cell) => {
      const written = cell.kind === 'date' ? cell.iso : cell.kind === 'text' ? cell.text : '';
      return written === iso || written.startsWith(`${iso}-`) || (cell.kind === 'number' && cell.decimal === iso);
    });
  }
  if (value?.kind !== 'decimal') return undefined;
  const said = magnitude(rationalOf(value.decimal));
  return findCell(
    table,
    (cell) =>
      cell.kind === 'number' && compare(magnitude(rounded(exactValue(cell), -value.place, 'round')), said) === 0,
  );
}

function findCell({ columns, rows }: Table, is: (cell: Cell) => boolean): CellOfAnswer | undefined {
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

/** The numbers of a piece whose words were put together outside of prose: its facts, and what `explain` says of all others. */
function numbersOfWords(
  piece: PrintedPiece,
  parts: readonly FilledPart[],
  { of, language, place }: Words,
  explain: (numeral: Numeral, words: string, nth: number) => ExplainedTyped,
): readonly FoundNumber[] {
  const blanked = parts.reduce(
    (text, { start, end }) => text.slice(0, start) + filledIn.repeat(end - start) + text.slice(end),
    piece.text,
  );
  const seen = new Map<string, number>();
  const typed = findNumerals(blanked, language).map((numeral): FoundNumber => {
    const { start, end } = numeral;
    const words = piece.text.slice(start, end);
    const nth = seen.get(words) ?? 0;
    seen.set(words, nth + 1);
    return { piece, start, end, count: 1, of, ...explain(numeral, words, nth) };
  });
  const facts = parts.map(({ kind, fact, start, end }): FoundNumber => {
    return { piece, start, end, count: 1, of, place, explanation: { kind, fact } };
  });
  return [...facts, ...typed].toSorted((one, other) => one.start - other.start);
}
