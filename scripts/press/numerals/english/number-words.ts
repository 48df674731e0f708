/** Words with the numbers that they stand for. */
type WordValues = Readonly<Record<string, number>>;

/** The words of a list: parted by commas, over as many lines as they take. */
export function wordList(list: string): readonly string[] {
  return list
    .trim()
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '));
}

/** The words of a list with their numbers, which follow one another. */
export function countedFrom(first: number, list: string): WordValues {
  return Object.fromEntries(wordList(list).map((word, index) => [word, first + index]));
}

/** Numbers below twenty. */
export const unitWords = countedFrom(
  0,
  `zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen,
  seventeen, eighteen, nineteen`,
);

/** Tens, to which a unit may be joined. */
export const tenWords: WordValues = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Powers of ten. */
export const scaleWords: WordValues = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** The same, written to the figure of a sum of money: "16.56M", "3bn". */
export const shortScales: WordValues = { k: 3, K: 3, m: 6, M: 6, mn: 6, b: 9, B: 9, bn: 9, T: 12, tn: 12 };

/** The same, written to any figure: a B may be of bytes there. */
export const countScales: WordValues = { k: 3, K: 3, m: 6, M: 6, mn: 6, bn: 9 };

/** Ordinals that are one word. */
export const ordinalWords: WordValues = {
  ...countedFrom(
    1,
    `first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,
    fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth`,
  ),
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
  thousandth: 1000,
  millionth: 1_000_000,
};

/** Units that stand to their figure or after it; a year is never followed by one. */
export const measures = wordList(`
  people, persons, civilians, children, women, men, deaths, trucks, dollars, euros, times, ms, s, sec, secs, seconds,
  min, mins, minutes, h, hr, hrs, hours, days, ns, µs, μs, b, B, bit, bits, byte, bytes, kb, kB, KB, mb, MB, gb, GB, TB,
  KiB, MiB, GiB, px, pt, em, rem, dpi, ppi, mm, cm, m, km, kg, g, mg, t, l, ml, ft, in, mi, Hz, kHz, MHz, GHz, W, kW,
  MW, V, mph, kmh, fps, deg, rad, characters, lines
`);

/** A pattern of alternative words, the longest first, in any case. */
export function anyOf(words: readonly string[]): string {
  return `(?i:${longestFirst(words)})`;
}

/** A pattern of alternative words as they are written. */
export function exactly(words: readonly string[]): string {
  return `(?:${longestFirst(words)})`;
}

function longestFirst(words: readonly string[]): string {
  const escaped = words.toSorted((a, b) => b.length - a.length).map((word) => RegExp.escape(word));
  return escaped.join('|');
}

/** Where no letter and no digit follows. (\p{L} would be right too, and takes ten times as long to compile.) */
export const end = String.raw`(?!\w)`;
/** Where no letter and no digit stands before. */
export const start = String.raw`(?<!\w)`;
/** White space or a hyphen between two words of one numeral. */
const joint = String.raw`(?:\s+|-)`;

const scale = anyOf(Object.keys(scaleWords));

/** "hundred", "thousand", "million" after an article: "a million". */
export const scaleInWords = String.raw`(?:(?i:hundred)(?:\s+${scale})?|${scale})${end}`;

/** Words for the larger numbers, which a half or an article may stand before: "half a million". */
export const largeInWords = anyOf(['dozen', 'hundred', ...Object.keys(scaleWords)]);

/** Digits without a sign: "1,277", "16.56", ".5". Groups are parted by commas or spaces. */
export const digits = String.raw`(?:(?:\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?![\d-])|\d+)(?:\.\d+)?|\.\d+)`;

/** A scale after digits: " million", "-million". */
export const scaleAfter = `(?:${joint}${scale}${end})`;
/** A scale written to its digits: "M", "bn". */
export const scaleAttached = `(?:${exactly(Object.keys(countScales))}${end})`;
/** The same after the figure of a sum of money, which may count billions by a B. */
export const scaleOfMoney = `(?:${exactly(Object.keys(shortScales))}${end})`;

/** A fraction in one character. */
export const glyph = '[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]';

/** The signs that stand for numbers in words: one for "one" alone, and one for all others. */
const maskSigns = { number: '\uE000', one: '\uE001' } as const;
/** A number in words as the rules see it, after maskNumberWords. */
export const inWords = `[${maskSigns.number}${maskSigns.one}]+`;
/** The word "one" alone. */
export const oneInWords = `${maskSigns.one}+`;

/** A number in digits or words, with its scale. */
export const amount = `(?:${digits}(?:${glyph})?${scaleAfter}?|${inWords})`;

/** The one number of quarters that is always a fraction; it is not masked. */
export const threeQuarters = String.raw`(?i:three[\s-]+quarters)${end}`;

/** A dash between the ends of a range. */
export const dash = String.raw`\s?[–—-]\s?`;

const wordEnd = String.raw`(?![\p{L}\p{N}_])`;
const ofTen = anyOf(Object.keys(unitWords).filter((word) => (unitWords[word] ?? 0) > 0 && (unitWords[word] ?? 0) < 10));
// The twenty of twenty-first is no number of its own.
const ten = `${anyOf(Object.keys(tenWords))}(?!-${anyOf(Object.keys(ordinalWords))})`;
const small = `(?:${ten}(?:${joint}${ofTen}${wordEnd})?|${anyOf(Object.keys(unitWords))})${wordEnd}`;
const hundreds = String.raw`${small}(?:${joint}(?i:hundred)${wordEnd}(?:\s+(?:and\s+)?${small})?)?`;
const numberPhrase = new RegExp(
  String.raw`(?<![\p{L}\p{N}_]|non-)(?!${threeQuarters})${hundreds}(?:\s+(?i:and\s+a\s+half)${wordEnd})?(?:${joint}${scale}${wordEnd}(?:\s+(?:and\s+)?${hundreds})?)*`,
  'gu',
);

/**
 * Puts a run of one sign, as long as it, for every number in words: "twenty-one", "two hundred and five", "two and a half
 * million". So the rules need not spell number words out again and again, which would make them slow to compile.
 */
export function maskNumberWords(text: string): string {
  return text.replace(numberPhrase, (words) =>
    (/^one$/i.test(words) ? maskSigns.one : maskSigns.number).repeat(words.length),
  );
}
