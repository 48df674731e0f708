import type { QueryReading } from '../data/query-tree.ts';
import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { filledIn } from '../numerals/run.ts';
import { isProse, isValue } from './is-value.ts';
import type { PrintedText } from './printed-text.ts';
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
 * @param query where the table's query stands, for words that it has changed beyond finding, and what it types
 */
export function cellTexts(
  { rows }: Table,
  columns: readonly string[],
  query: { readonly place: Place; readonly reading: QueryReading | undefined },
  language: string,
  findCell: FindCell,
): readonly PrintedText[] {
  const cells = rows.flatMap((row) => columns.map((column) => row[column]));
  const texts = new Set(cells.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : [])));
  const pieces = (query.reading?.columns ?? []).flatMap(({ wordings }) => wordings.flat());
  const added = pieces.flatMap((piece) => (piece !== 'data' && isProse(piece.text) ? [piece.text] : []));
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
