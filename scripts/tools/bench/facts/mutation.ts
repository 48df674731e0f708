import type { Place } from '../../../press/diagnostics/diagnostic.ts';
import type { FieldDescriptor } from '../../../press/read/schemas/data-package.ts';

/** One thing that an edition is made from, changed: a reader or its author has to notice. */
export interface Mutant {
  /** What kind of thing is changed: a row of the score. */
  readonly class: 'cell of data' | 'number typed into print' | 'other number in content';
  /** The editions in which the change may show: a file of the series is part of all. */
  readonly editions: readonly string[];
  /** From the finest to the farthest; see `changedValues` and `changedNumerals`. */
  readonly changes: readonly Change[];
  /** Whether other words in print are enough, or somebody must be told: who reads a typed digit cannot know what it was. */
  readonly asks: 'print or diagnostic' | 'diagnostic';
  /** Where the thing stands. */
  readonly place: Place;
  /** The first and the last line of the entry of YAML that it is a part of; a diagnostic may point at any of them. */
  readonly lines: readonly [first: number, last: number];
  readonly before: string;
}

export type Change = TextChange | CellChange;

/** Other words for a stretch of a file of content/. */
interface TextChange {
  readonly kind: 'text';
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** What it is a part of by name: a name that it changes (of a fact, a source), before and after; the fact that it computes. */
  readonly names: readonly string[];
}

/** Another value for one cell of a dataset, whose digest is taken as accepted. */
export interface CellChange {
  readonly kind: 'cell';
  readonly dataset: string;
  /** From 0 after the head, without blank lines. */
  readonly row: number;
  readonly column: string;
  readonly after: string;
}

/**
 * Numerals that say something else, from the finest change to the farthest: the last digit by one; the first digit by one;
 * all digits 9; all digits 0; more than any domain of a drawing. A drawing or a rounding may hide the first. Of a numeral in
 * words, its first word that counts becomes another. Empty where there is neither.
 */
export function changedNumerals(numeral: string): readonly string[] {
  if (/\d/.test(numeral)) {
    const found = [
      numeral.replace(/\d+(?!.*\d)/s, changedDigits),
      numeral.replace(/\d/, changedDigits),
      numeral.replace(/\d/g, '9'),
      numeral.replace(/\d/g, '0'),
      ...(/^\d+$/.test(numeral) ? [farDigits] : []),
    ];
    return [...new Set(found)].filter((other) => other !== numeral);
  }
  for (const [word] of numeral.matchAll(/\p{L}+/gu)) {
    const other = otherWords[word.toLowerCase()];
    if (other === undefined) continue;
    const cased = /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    return [numeral.replace(word, cased)];
  }
  return [];
}

/** Words that count, each with one that counts otherwise and can stand in its place. */
const otherWords: Readonly<Record<string, string>> = {
  zero: 'seven',
  one: 'seven',
  two: 'three',
  three: 'two',
  four: 'five',
  five: 'four',
  six: 'eight',
  seven: 'nine',
  eight: 'six',
  nine: 'seven',
  ten: 'eleven',
  eleven: 'ten',
  twelve: 'eleven',
  dozen: 'hundred',
  hundred: 'thousand',
  hundreds: 'thousands',
  thousand: 'hundred',
  thousands: 'hundreds',
  million: 'billion',
  millions: 'billions',
  billion: 'million',
  billions: 'millions',
  thirteen: 'fourteen',
  fourteen: 'fifteen',
  fifteen: 'fourteen',
  sixteen: 'fifteen',
  seventeen: 'sixteen',
  eighteen: 'nineteen',
  nineteen: 'eighteen',
  twenty: 'thirty',
  thirty: 'forty',
  forty: 'fifty',
  fifty: 'forty',
  sixty: 'seventy',
  seventy: 'eighty',
  eighty: 'ninety',
  ninety: 'eighty',
  first: 'second',
  second: 'third',
  third: 'fourth',
  fourth: 'fifth',
  fifth: 'fourth',
  last: 'first',
  sixth: 'seventh',
  seventh: 'eighth',
  eighth: 'ninth',
  ninth: 'eighth',
  tenth: 'ninth',
  half: 'a third',
  halves: 'quarters',
  quarter: 'third',
  quarters: 'thirds',
  thirds: 'quarters',
  fifths: 'quarters',
  tenths: 'fifths',
  once: 'twice',
  twice: 'three times',
  double: 'triple',
  single: 'double',
  fold: 'times',
  doubled: 'tripled',
  tripled: 'doubled',
  quadrupled: 'tripled',
  halved: 'doubled',
};

/** A whole number with another last digit. */
function changedDigits(digits: string): string {
  const last = Number(digits.at(-1));
  return `${digits.slice(0, -1)}${last === 9 ? 8 : last + 1}`;
}

/** More than anything that editions count by itself, less than what a type can hold. */
const farDigits = '9000000';

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
