import type { Fact } from '../facts/fact.ts';

/** Digits after the point by which a message shows a value that print rounds. */
const shownDigits = 4;

/** A fact's value as a message shows it: in its words and, where these round it, in digits. */
export function givenBy({ text, cell }: Fact): string {
  if (cell.kind !== 'number') return text;
  const [whole = '', fraction = ''] = cell.decimal.split('.');
  const digits =
    fraction === '' ? whole : `${whole}.${fraction.slice(0, shownDigits)}${fraction.length > shownDigits ? '…' : ''}`;
  const printed = text.replaceAll(',', '');
  return fraction === '' || printed.includes(cell.decimal) ? text : `${text} (${digits})`;
}
