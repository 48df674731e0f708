import { exactValue } from '../data/number-cell.ts';
import { compare, magnitude, rationalOf, rounded } from '../data/rational.ts';
import type { Cell, Table } from '../data/table.ts';
import { formatDate } from '../facts/format-date.ts';
import type { Numeral } from '../numerals/numeral.ts';
import type { CellOfAnswer } from './explanation.ts';

/** The first cell of a table whose words are a label's; a number is one where it may be a year. */
export function findWords(label: string, table: Table, language: string): CellOfAnswer | undefined {
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
export function findValue({ values: [value] }: Numeral, table: Table): CellOfAnswer | undefined {
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
