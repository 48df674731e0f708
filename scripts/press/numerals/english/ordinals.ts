import type { Rule } from '../rule.ts';
import { anyOf, end, inWords, start } from './pieces.ts';
import { tens, ordinals as words } from './words.ts';

const tenWords = anyOf(Object.keys(tens));
const simple = anyOf(Object.keys(words).filter((word) => word !== 'first' && word !== 'second'));
const units = anyOf(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']);

/** Words before "first" that make it an ordinal; elsewhere it is an adverb: "first install it". */
const determined = String.raw`(?<=${start}(?!(?i:let)['’])(?i:the|an?|its|his|her|their|our|my|your|this|that|each|every|these|those|of|in|for|as|on|one['’]s|[a-z]+['’]s?)\s+(?:(?i:very|next|last|past|other)\s+)?)`;

/** Places in an order. */
export const ordinals: readonly Rule[] = [
  {
    kind: 'ordinal',
    pattern: String.raw`(?<number>\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)${end}`,
    read: ({ groups: { number = '' } }) => place(Number(number.replaceAll(',', ''))),
  },
  {
    kind: 'ordinal',
    pattern: `(?<ten>${tenWords})-(?<unit>${units})${end}`,
    read: ({ groups: { ten = '', unit = '' } }) =>
      place((tens[ten.toLowerCase()] ?? 0) + (words[unit.toLowerCase()] ?? 0)),
  },
  // Of all, hand, party and the like make other words of them; "a second" may be of time.
  {
    kind: 'none',
    pattern: String.raw`(?i:first|second|third)(?:-(?!(?i:quarter|half|year|highest|largest|longest|most|lowest|best)${end})[a-z]+|\s+(?i:of\s+all|party|parties|person|name|names|hand|lady|class)${end})`,
  },
  { kind: 'none', pattern: String.raw`(?i:second\s+by\s+second)${end}` },
  { kind: 'none', pattern: String.raw`(?<=${start}(?i:at|per|split)\s+|\/\s?|\d\s?)(?i:first|second)${end}` },
  {
    kind: 'none',
    pattern: String.raw`(?<=${start}(?i:an?|each|every|one|half)(?:\s+|-))(?i:second)${end}(?=\s*(?:[.,;:)!?]|$)|\s+(?i:or|and|to|of|after|before|later|for|in|on|is|was|per|by|when|if|with|long)${end})`,
  },
  { kind: 'none', pattern: String.raw`(?i:second|third|fourth|fifth)(?=,\s)(?<=(?:^|[.!?;:]\s+)[a-z]+)` },
  { kind: 'ordinal', pattern: `${determined}(?i:first)${end}`, read: () => place(1) },
  {
    kind: 'ordinal',
    pattern: String.raw`(?i:first)(?=\s+(?:(?:and|or|to)\s+(?i:second|last|third)${end}|${inWords}|\d))`,
    read: () => place(1),
  },
  { kind: 'none', pattern: `(?i:first)${end}` },
  { kind: 'ordinal', pattern: `(?i:second)${end}`, read: () => place(2) },
  { kind: 'ordinal', pattern: `${simple}${end}`, read: ({ text }) => place(words[text.toLowerCase()] ?? 0) },
];

/** Words by which ordinals begin. */
export const ordinalOpenings: readonly string[] = [anyOf(Object.keys(words)), `${tenWords}-${units}`];

function place(nth: number) {
  return { values: [{ kind: 'decimal', decimal: String(nth), place: 0 } as const] };
}
