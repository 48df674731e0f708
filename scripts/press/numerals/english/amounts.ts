import { plainDecimal } from '../../data/plain-decimal.ts';
import type { Groups, Rule } from '../grammar.ts';
import { type NumeralValue, type Reading, readDigits } from '../numeral.ts';
import {
  amount,
  anyOf,
  dash,
  digits,
  end,
  exactly,
  glyph,
  inWords,
  largeInWords,
  measures,
  oneInWords,
  scaleAfter,
  scaleAttached,
  scaleInWords,
  scaleOfMoney,
  scaleWords,
  shortScales,
  start,
  tenWords,
  unitWords,
  wordList,
} from './number-words.ts';

/** Currencies by their sign or name, as facts name them. */
const currencySigns: Readonly<Record<string, string>> = {
  $: 'usd',
  US$: 'usd',
  'U.S.$': 'usd',
  C$: 'cad',
  CA$: 'cad',
  A$: 'aud',
  AU$: 'aud',
  NZ$: 'nzd',
  HK$: 'hkd',
  '€': 'eur',
  '£': 'gbp',
  '¥': 'jpy',
  '₦': 'ngn',
  '₹': 'inr',
  '₽': 'rub',
  '₩': 'krw',
  '₺': 'try',
  '₴': 'uah',
};
const currencyNames: Readonly<Record<string, string>> = {
  dollar: 'usd',
  euro: 'eur',
  pound: 'gbp',
  naira: 'ngn',
  birr: 'etb',
  yen: 'jpy',
  ruble: 'rub',
  rouble: 'rub',
};

const sign = exactly(Object.keys(currencySigns));
const named = String.raw`(?:(?:US|U\.S\.)\s+)?${anyOf(Object.keys(currencyNames))}s?${end}`;
const code = '(?:USD|EUR|GBP|NGN|ETB|XOF|JPY|CAD|AUD)';
const sum = `${digits}(?:${scaleAfter}|${scaleOfMoney})?`;
const percent = String.raw`(?:\s?%|(?:\s+|-)(?i:percent(?:age)?(?:[\s-]+points?)?|per\s+cent|pct)${end})`;
const to = String.raw`(?:${dash}|\s+to\s+)`;
/** A minus sign: a hyphen or dash before a figure and behind no word. */
const minus = String.raw`(?:(?<![\w)\]%])[-−](?=[\d.]))?`;

/** Verbs that say a multiple, without their ending: "doubled". */
const multiplyingVerbs: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, quintupl: 5 };

/** Adverbs that say how many times. */
const timesAdverbs: Readonly<Record<string, number>> = { twice: 2, thrice: 3 };

const stems = Object.keys(multiplyingVerbs);
const verb = anyOf(stems.flatMap((stem) => ['ed', 'es', 'ing'].map((ending) => stem + ending)));
const bare = anyOf(stems.map((stem) => `${stem}e`));
const fold = anyOf(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word) => `${word}fold`),
);
const adverb = anyOf(Object.keys(timesAdverbs));

/** Sums of money, percentages, and how many times as much. */
export const amounts: readonly Rule[] = [
  // $16.56 million, US$5–10bn
  {
    kind: 'money',
    pattern: String.raw`[-−]?(?<sign>${sign})\s?(?<low>${sum})(?:${to}(?:${sign})?\s?(?<high>${sum}))?`,
    read: ({ groups }) => ({ ...readRange(groups), currency: currencySigns[groups.sign ?? ''] ?? 'usd' }),
  },
  // USD 5 million
  {
    kind: 'money',
    pattern: String.raw`(?<=(?<lead>${start}(?<code>${code})\s?))(?<low>${sum})(?:${to}(?<high>${sum}))?`,
    read: ({ groups }) => ({ ...readRange(groups), currency: (groups.code ?? 'usd').toLowerCase() }),
  },
  // five million dollars, 20 EUR
  {
    kind: 'money',
    pattern: String.raw`(?<low>${amount})(?:${to}(?<high>${amount}))?(?:\s+|-)(?:(?<code>${code})${end}|(?<name>${named}))`,
    read: ({ groups }) => ({ ...readRange(groups), currency: currencyOf(groups.code, groups.name) }),
  },
  // 54 %, fifty-four percent, 10–20%, 3 percentage points
  {
    kind: 'percent',
    pattern: `${minus}(?<low>${amount})(?:${percent}?${to}(?<high>${amount}))?${percent}`,
    read: ({ text, groups }) => signed(readRange(groups), text),
  },
  // nine times, 2 to 3 times, 2x, 3-fold
  {
    kind: 'multiple',
    pattern: String.raw`(?<low>${amount})(?:${to}(?<high>${amount}))?(?:(?:\s+|-)(?i:times)${end}|\s?[xX×]${end}|-?(?i:fold)${end})`,
    read: ({ groups: { low = '', high } }) => ({
      values: [low, ...(high ? [high] : [])].map((text) => readAmount(text)),
    }),
  },
  { kind: 'multiple', pattern: adverb + end, read: ({ text }) => times(timesAdverbs[text.toLowerCase()]) },
  // doubled; "double" only where it is a verb or before what is doubled, for there are double quotes too
  {
    kind: 'multiple',
    pattern: String.raw`(?:${verb}|${bare}(?=\s+(?i:the|what|that|its|their|his|her|in|from|as)${end}))${end}`,
    read: ({ text }) => times(multiplyingVerbs[stems.find((stem) => text.toLowerCase().startsWith(stem)) ?? '']),
  },
  {
    kind: 'multiple',
    pattern: fold + end,
    read: ({ text }) => ({ values: [readAmount(text.slice(0, -'fold'.length))] }),
  },
];

/** Words by which amounts begin that are no counts: a multiple may be one word. */
export const amountOpenings: readonly string[] = [adverb, verb, bare, fold];

/**
 * What people count one by one. "One" before any of these is a numeral; before other words it may be a pronoun or an
 * article ("one of them", "one such law"), and is none.
 */
const countedNouns = wordList(`
  person, civilian, child, woman, man, girl, boy, soldier, officer, fighter, journalist, death, attack, incident,
  killing, victim, injury, abduction, violation, airstrike, coup, dollar, euro, cent, percent, second, minute, hour,
  week, month, year, decade, century, mile, kilometer, kilometre, meter, metre, ton, tonne, byte, bit, pixel, degree
`);

const many = anyOf(['tens', 'dozens', 'scores', 'hundreds', 'thousands', 'millions', 'billions']);
const ownScale = `(?:(?i:dozen)|${scaleInWords})${end}`;
const readText: Rule['read'] = ({ text }) => ({ values: [readAmount(text)] });

/** Counts and measures. */
export const counts: readonly Rule[] = [
  // hundreds of thousands of people: a numeral without a value
  {
    kind: 'number',
    pattern: String.raw`${many}(?:(?:\s+of\s+${many})+${end}|${end}(?=\s+(?:of|more)${end}))`,
  },
  // a dozen, half a million, two dozen
  {
    kind: 'number',
    pattern: String.raw`(?<=(?<lead>${start}(?<article>(?i:(?<!half[\s-])an?|a\s+half))(?:\s+|-)))${ownScale}`,
    read: ({ text, groups: { article = '' } }) => ({ values: [readAmount(`${article} ${text}`)] }),
  },
  {
    kind: 'number',
    pattern: String.raw`(?:(?i:half)(?:\s+an?\s+|\s+|-)${ownScale}|${inWords}\s+(?i:dozen)${end})`,
    read: readText,
  },
  // 7–7.5 million, five–ten, 5 to 10 million
  {
    kind: 'number',
    pattern: String.raw`(?<low>${digits}(?:${scaleAfter}|${scaleAttached})?)${dash}(?<high>${digits}(?:${scaleAfter}|${scaleAttached})?)(?![\d%]|-\d)`,
    read: ({ groups }) => readRange(groups),
  },
  {
    kind: 'number',
    pattern: String.raw`(?<low>${inWords})\s?–\s?(?<high>${amount})`,
    read: ({ groups }) => readRange(groups),
  },
  {
    kind: 'number',
    pattern: String.raw`(?<low>${digits}|${inWords})\s+to\s+(?<high>(?:${digits}|${inWords})${scaleAfter})`,
    read: ({ groups }) => readRange(groups),
  },
  // 1e6
  {
    kind: 'number',
    pattern: String.raw`(?<of>\d+(?:\.\d+)?)e\+?(?<power>\d{1,3})${end}`,
    read: ({ groups: { of = '', power } }) => ({ values: [readDigits(of, Number(power))] }),
  },
  {
    kind: 'number',
    pattern: String.raw`${minus}(?:${digits}(?:${scaleAfter}|${scaleAttached}(?!\/)|(?=${exactly(measures)}${end})|${glyph})?|${glyph})`,
    read: readText,
  },
  { kind: 'number', pattern: String.raw`${oneInWords}(?=(?:\s+|-)${anyOf(countedNouns)}${end})`, read: readText },
  // "One" else is a pronoun or an article, and a number with a word after its hyphen makes another word: "two-way".
  { kind: 'none', pattern: oneInWords },
  { kind: 'none', pattern: `${inWords}-(?!${anyOf([...countedNouns, 'day'])}s?${end})[a-z]+` },
  { kind: 'number', pattern: inWords, read: readText },
];

/** Words by which counts begin. */
export const countOpenings: readonly string[] = [inWords, many, largeInWords, glyph];

function signed(reading: Reading, text: string): Reading {
  if (!/^[-−]/.test(text)) return reading;
  return {
    values: reading.values.map((value) =>
      value.kind === 'decimal' && value.decimal !== '0' ? { ...value, decimal: `-${value.decimal}` } : value,
    ),
  };
}

function currencyOf(code: string | undefined, name = ''): string {
  if (code !== undefined) return code.toLowerCase();
  const word = /[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  return currencyNames[word] ?? currencyNames[word.replace(/s$/, '')] ?? 'usd';
}

function times(value: number | undefined): Reading {
  return { values: value === undefined ? [] : [readDigits(String(value))] };
}

/** One value, or the two ends of a range; where only the second has a scale it is that of both: "7–7.5 million". */
function readRange({ low = '', high }: Groups): Reading {
  if (high === undefined) return { values: [readAmount(low)] };
  return { values: [readAmount(low, powerIn(low) || powerIn(high)), readAmount(high)] };
}

/**
 * The value of a number in digits or words, with its scale.
 *
 * @param power the scale where the text itself has none: the 7 of "7–7.5 million" counts millions
 */
export function readAmount(text: string, power = powerIn(text)): Decimal {
  const thousandths = glyphThousandths[/[¼½¾⅓-⅞]/u.exec(text)?.[0] ?? ''];
  if (thousandths !== undefined)
    return readDigits(`${/\d+/.exec(text)?.[0] ?? '0'}.${thousandths}`.replace(/0+$/, ''), power);
  if (!/\d/.test(text)) return readWords(text);
  return readDigits(/[-−]?[\d.,\u00a0\u2009\u202f]*\d/.exec(text)?.[0] ?? '', power);
}

type Decimal = Extract<NumeralValue, { kind: 'decimal' }>;

/** The power of ten of a scale word or sign in a text; 0 where there is none. */
function powerIn(text: string): number {
  const word = /(thousand|million|billion|trillion)/i.exec(text)?.[1]?.toLowerCase();
  if (word !== undefined) return scaleWords[word] ?? 0;
  return shortScales[/\d\s?([A-Za-z]{1,2})$/.exec(text)?.[1] ?? ''] ?? 0;
}

/** Values of the signs for fractions that a decimal can write, in thousandths. */
const glyphThousandths: Readonly<Record<string, number>> = {
  '½': 500,
  '¼': 250,
  '¾': 750,
  '⅕': 200,
  '⅖': 400,
  '⅗': 600,
  '⅘': 800,
  '⅛': 125,
  '⅜': 375,
  '⅝': 625,
  '⅞': 875,
};

/** "two hundred and five thousand", "two and a half million", "a million", "half a million", "a dozen" */
function readWords(text: string): Decimal {
  const words = text.toLowerCase().split(/[\s-]+/);
  let total = 0n;
  let group = 0n;
  let halves = 0n;
  let place = 0;
  for (const word of words) {
    const value = unitWords[word] ?? tenWords[word];
    const power = scaleWords[word];
    if (value !== undefined) {
      group += BigInt(value);
      place = 0;
    } else if (word === 'half') halves = 1n;
    else if (word === 'hundred') {
      group = (group === 0n ? 1n : group) * 100n;
      place = 2;
    } else if (word === 'dozen') {
      const dozens = group === 0n ? 2n - halves : 2n * group + halves;
      [group, halves, place] = [dozens * 6n, 0n, 0];
    } else if (power !== undefined) {
      const scale = 10n ** BigInt(power);
      total += (group === 0n && halves === 0n ? 1n : group) * scale + (halves * scale) / 2n;
      [group, place, halves] = [0n, halves === 1n ? power - 1 : place + power, 0n];
    }
  }
  const tenths = (total + group) * 10n + halves * 5n;
  return { kind: 'decimal', decimal: plainDecimal(tenths, 1), place: halves === 1n ? -1 : place };
}
