import { readDigits } from './read-digits.ts';
import type { NumeralGrammar } from './rule.ts';

/**
 * What can be said of numerals in any language: digits are a numeral, and with letters among them a name. What their
 * commas and points mean is the language's own, so a value is read of whole numbers only.
 */
/** No words are known to stand before a number. */
const none = { about: [], 'at least': [], 'more than': [], nearly: [], 'less than': [], 'at most': [] };

export const anyLanguage: NumeralGrammar = {
  shade: (text) => text,
  openings: [],
  rules: [
    { kind: 'name', pattern: String.raw`(?=[\d.,-]*\p{L})[\p{L}\d](?:[\p{L}\d_.\/:@&+#-]*[\p{L}\d])?` },
    { kind: 'percent', pattern: String.raw`\d+(?:[.,]\d+)?\s?%` },
    {
      kind: 'number',
      pattern: String.raw`\d+(?![.,\s\u00a0\u202f]?\d)`,
      read: ({ text }) => ({ values: [readDigits(text)] }),
    },
    { kind: 'number', pattern: String.raw`\d+(?:[.,\u00a0\u2009\u202f]\d+)*` },
  ],
  references: [],
  qualifiers: none,
};
