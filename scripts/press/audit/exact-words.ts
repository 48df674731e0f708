import { cellWords } from '../data/cell-words.ts';
import type { Cell } from '../data/table.ts';
import type { Fact } from '../facts/fact.ts';

/** The value of a fact before it is formatted, to the last digit; one that does not end as what it is cut from. */
export function exactWords({ cell, upTo }: Pick<Fact, 'cell' | 'upTo'>): string {
  return [cell, ...(upTo ? [upTo] : [])].map(wordsOf).join(' to ');
}

function wordsOf(cell: Cell): string {
  if (cell.kind === 'number' && cell.quotient) return `${cell.quotient.dividend} / ${cell.quotient.divisor}`;
  return cellWords(cell);
}
