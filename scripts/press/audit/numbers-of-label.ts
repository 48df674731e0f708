import type { Table } from '../data/table.ts';
import type { ExplainedTyped, ExplainTyped } from './explain-typed.ts';
import type { CellOfAnswer } from './explanation.ts';
import { filledText } from './filled-texts.ts';
import { findValue, findWords } from './find-cell-of.ts';
import type { FoundNumber } from './found-number.ts';
import { numbersOfWords } from './numbers-of-words.ts';
import type { Print, PrintedAnswer } from './print.ts';
import type { PieceOrigin, PrintedPiece } from './printed-piece.ts';

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
  const filled = filledIn(piece.text, origin, answer, print);
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
function filledIn(label: string, { part }: Drawn, { filled, tables, place }: PrintedAnswer, { context }: Print) {
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
