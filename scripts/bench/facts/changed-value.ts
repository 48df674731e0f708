import type { FieldDescriptor } from '../../press/read/schemas/data-package.ts';
import { changedDigits, farDigits } from './changed-numeral.ts';

/**
 * Other values for a cell, of the type of its column: from the finest change to the farthest.
 *
 * - A number: first by one unit of its last digit that is not zero, which is the rounding with which its source states it
 *   (146000000 → 147000000). Print may round further, so then by a factor of three, past any rounding; and because the
 *   highest of some rows is not another when a low one trebles, to nothing and to a thousand times.
 * - A date: its last number by one; then another year.
 * - A word of a list that its column allows: the others of the list. Any other text: with another number in it, or a word
 *   more; then what other rows of its column have, which conditions may ask for.
 * - What is missing is there.
 *
 * @param column what all cells in use of the column say
 */
export function changedValues(
  value: string,
  { type, constraints }: FieldDescriptor,
  column: readonly string[],
): readonly string[] {
  const found = [...new Set(candidates(value, type, constraints?.enum?.map(String), column))];
  return found.filter((other) => other !== value);
}

function candidates(
  value: string,
  type: FieldDescriptor['type'],
  allowed: readonly string[] | undefined,
  column: readonly string[],
): readonly string[] {
  if (allowed) return allowed;
  switch (type) {
    case 'integer':
    case 'number':
      return value === '' ? ['17', '0', '9000000'] : [nextNumber(value), trebled(value), '0', thousandfold(value)];
    case 'boolean':
      return ['true', 'false'];
    case 'date':
    case 'year':
    case 'yearmonth':
      return value === '' ? [{ date: '2001-02-03', year: '2001', yearmonth: '2001-02' }[type]] : datesBefore(value);
    default: {
      if (/^\d{4}(-\d{2}){0,2}$/.test(value)) return datesBefore(value);
      const others = [...new Set(column)].filter((other) => other !== '' && other !== value).slice(0, mostOthers);
      return [/\d/.test(value) ? value.replace(/\d+/, changedDigits) : `${value} too`.trim(), ...others];
    }
  }
}

const mostOthers = 4;

/** One unit more in its last digit that is not zero. */
function nextNumber(value: string): string {
  const [, head = '', last = '0', zeros = ''] = /^(.*?)(\d?)([0.]*)$/.exec(value) ?? [];
  if (last === '') return value.replace(/0(?=\D*$)/, '1');
  return last === '9' ? `${head}8${zeros}` : `${head}${Number(last) + 1}${zeros}`;
}

function trebled(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const digits = String(BigInt(`${whole}${fraction ?? ''}`) * 3n + 17n);
  if (fraction === undefined) return digits;
  const padded = digits.padStart(fraction.length + 1, '0');
  return `${padded.slice(0, -fraction.length)}.${padded.slice(-fraction.length)}`;
}

function thousandfold(value: string): string {
  return `${value.replace(/\..*/, '')}000`.replace(/^0+$/, farDigits);
}

/** The day, month or year before, and the year before: a later one may lie beyond the data cut-off. */
function datesBefore(value: string): readonly string[] {
  const nearer = value.replace(/\d+$/, (last) => {
    const number = Number(last);
    return String(number === 1 ? 2 : number - 1).padStart(last.length, '0');
  });
  return [nearer, value.replace(/^\d{4}/, (year) => String(Number(year) - 1))];
}
