/** Words that count, each with one that counts otherwise and can stand in its place. */
const others: Readonly<Record<string, string>> = {
  ...{ zero: 'seven', one: 'seven', two: 'three', three: 'two', four: 'five', five: 'four', six: 'eight' },
  ...{ seven: 'nine', eight: 'six', nine: 'seven', ten: 'eleven', eleven: 'ten', twelve: 'eleven', dozen: 'hundred' },
  ...{ hundred: 'thousand', hundreds: 'thousands', thousand: 'hundred', thousands: 'hundreds' },
  ...{ million: 'billion', millions: 'billions', billion: 'million', billions: 'millions' },
  ...{ thirteen: 'fourteen', fourteen: 'fifteen', fifteen: 'fourteen', sixteen: 'fifteen', seventeen: 'sixteen' },
  ...{ eighteen: 'nineteen', nineteen: 'eighteen', twenty: 'thirty', thirty: 'forty', forty: 'fifty', fifty: 'forty' },
  ...{ sixty: 'seventy', seventy: 'eighty', eighty: 'ninety', ninety: 'eighty' },
  ...{ first: 'second', second: 'third', third: 'fourth', fourth: 'fifth', fifth: 'fourth', last: 'first' },
  ...{ sixth: 'seventh', seventh: 'eighth', eighth: 'ninth', ninth: 'eighth', tenth: 'ninth' },
  ...{
    half: 'a third',
    halves: 'quarters',
    quarter: 'third',
    quarters: 'thirds',
    thirds: 'quarters',
    fifths: 'quarters',
    tenths: 'fifths',
  },
  ...{ once: 'twice', twice: 'three times', double: 'triple', single: 'double', fold: 'times' },
  ...{ doubled: 'tripled', tripled: 'doubled', quadrupled: 'tripled', halved: 'doubled' },
};

/**
 * Numerals that say something else, from the finest change to the farthest: the last digit by one; the first digit by one;
 * all digits 9; all digits 0; more than any domain of a
 * drawing. A drawing or a rounding may hide the first. Of a numeral in words, its first word that counts
 * becomes another. Empty where there is neither.
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
    const other = others[word.toLowerCase()];
    if (other === undefined) continue;
    const cased = /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    return [numeral.replace(word, cased)];
  }
  return [];
}

/** A whole number with another last digit. */
export function changedDigits(digits: string): string {
  const last = Number(digits.at(-1));
  return `${digits.slice(0, -1)}${last === 9 ? 8 : last + 1}`;
}

/** More than anything that editions count by itself, less than what a type can hold. */
export const farDigits = '9000000';
