import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import { filledIn } from '../numerals/run.ts';
import type { PrintedText } from './printed-text.ts';
import { sqlLiterals } from './sql-literals.ts';
import { stringText } from './string-text.ts';

/** Finds where a text stands in the datasets: its cell's place, or undefined where no cell holds it. */
export type FindCell = (text: string, offset: number) => Place | undefined;

/**
 * The text cells of a table as printed texts: the sentences of a timeline, the words of a column. A cell that is a date, a
 * period or a name and nothing else ("2021-H1", "FY 2017–2018") is a value of the data like any number in it.
 *
 * Words that the query itself adds are found in the query; the rest of such a cell is prose like any other, so that a
 * `replace` that no longer finds its words is noticed.
 *
 * @param columns those that are printed as text
 * @param query the table's query and where it stands, for words that it has changed beyond finding
 */
export function cellTexts(
  { rows }: Table,
  columns: readonly string[],
  query: { readonly sql: string; readonly place: Place },
  language: string,
  findCell: FindCell,
): readonly PrintedText[] {
  const cells = rows.flatMap((row) => columns.map((column) => row[column]));
  const texts = new Set(cells.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : [])));
  const added = sqlLiterals(query.sql).map((literal) => literal.text);
  return [...texts].flatMap((text) => {
    const own = withoutWords(text, added);
    if (isValue(own.replaceAll(filledIn, '').trim(), language)) return [];
    return {
      ...stringText(own, query.place, () => ''),
      placeAt: (offset) => findCell(text, offset) ?? query.place,
    };
  });
}

/** A text with signs that stand for nothing in the place of some of its words; the others stand where they stood. */
function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, filledIn.repeat(word.length)), text);
}

function isValue(text: string, language: string): boolean {
  const [only, ...others] = findNumerals(text, language);
  if (!only) return true;
  const whole = only.start === 0 && only.end === text.trimEnd().length && others.length === 0;
  return whole && (only.kind === 'date' || only.kind === 'name');
}
