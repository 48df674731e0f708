import { listed } from './listed.ts';

/** The tables of English number words, with the values they stand for. */
export const units: Readonly<Record<string, number>> = {
  ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
};

export const tens: Readonly<Record<string, number>> = {
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
};

/** Powers of ten. */
export const scales: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** The same, written to the figure of a sum of money: "16.56M", "3bn". */
export const shortScales: Readonly<Record<string, number>> = {
  ...{ k: 3, K: 3, m: 6, M: 6, mn: 6, b: 9, B: 9, bn: 9, T: 12, tn: 12 },
};

/** The same, written to any figure: a B may be of bytes there. */
export const countScales: Readonly<Record<string, number>> = { k: 3, K: 3, m: 6, M: 6, mn: 6, bn: 9 };

/** Ordinals whose words are their own; the others end in th. */
export const ordinals: Readonly<Record<string, number>> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{ eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17 },
  ...{ eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60 },
  ...{ seventieth: 70, eightieth: 80, ninetieth: 90, hundredth: 100, thousandth: 1000, millionth: 1_000_000 },
};

/** Names of the parts that a whole is divided into. */
export const parts: Readonly<Record<string, number>> = {
  ...{ half: 2, halves: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9 },
  ...{ tenth: 10, twelfth: 12, sixteenth: 16, twentieth: 20, hundredth: 100, thousandth: 1000 },
};

/** Verbs that say a multiple: "doubled". */
export const multiplied: Readonly<Record<string, number>> = {
  ...{ doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, quintupl: 5 },
};

/** Adverbs that say how many times. */
export const timesWords: Readonly<Record<string, number>> = { twice: 2, thrice: 3 };

/** Currencies by their sign or name, as facts name them. */
export const currencySigns: Readonly<Record<string, string>> = {
  ...{ $: 'usd', US$: 'usd', 'U.S.$': 'usd', C$: 'cad', CA$: 'cad', A$: 'aud', AU$: 'aud', NZ$: 'nzd', HK$: 'hkd' },
  ...{ '€': 'eur', '£': 'gbp', '¥': 'jpy', '₦': 'ngn', '₹': 'inr', '₽': 'rub', '₩': 'krw', '₺': 'try', '₴': 'uah' },
};
export const currencyNames: Readonly<Record<string, string>> = {
  ...{ dollar: 'usd', euro: 'eur', pound: 'gbp', naira: 'ngn', birr: 'etb', yen: 'jpy', ruble: 'rub', rouble: 'rub' },
};

/** Months as they are written in full, with their numbers. */
export const months: Readonly<Record<string, number>> = {
  ...{ January: 1, February: 2, March: 3, April: 4, May: 5, June: 6, July: 7, August: 8, September: 9, October: 10 },
  ...{ November: 11, December: 12 },
};

/** Months cut short; they may end in a full stop. */
export const shortMonths: Readonly<Record<string, number>> = {
  ...{ Jan: 1, Feb: 2, Mar: 3, Apr: 4, Jun: 6, Jul: 7, Aug: 8, Sept: 9, Sep: 9, Oct: 10, Nov: 11, Dec: 12 },
};

/**
 * What people count one by one. "One" before any of these is a numeral; before other words it may be a pronoun or an
 * article ("one of them", "one such law"), and is none.
 */
export const countedNouns = listed(`
  person, civilian, child, woman, man, girl, boy, soldier, officer, fighter, journalist, death, attack, incident,
  killing, victim, injury, abduction, violation, airstrike, coup, dollar, euro, cent, percent, second, minute, hour,
  week, month, year, decade, century, mile, kilometer, kilometre, meter, metre, ton, tonne, byte, bit, pixel, degree
`);

/** Units that stand to their figure or after it; a year is never followed by one. */
export const measures = listed(`
  people, persons, civilians, children, women, men, deaths, trucks, dollars, euros, times, ms, s, sec, secs, seconds,
  min, mins, minutes, h, hr, hrs, hours, days, ns, µs, μs, b, B, bit, bits, byte, bytes, kb, kB, KB, mb, MB, gb, GB, TB,
  KiB, MiB, GiB, px, pt, em, rem, dpi, ppi, mm, cm, m, km, kg, g, mg, t, l, ml, ft, in, mi, Hz, kHz, MHz, GHz, W, kW,
  MW, V, mph, kmh, fps, deg, rad, characters, lines
`);
