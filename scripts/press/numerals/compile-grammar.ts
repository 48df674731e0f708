import type { Numeral } from './numeral.ts';
import type { NumeralGrammar, Rule } from './rule.ts';

/** Finds the numerals of a text, in its order; none overlaps another. */
export type FindNumerals = (text: string) => readonly Numeral[];

/** What parts tokens besides white space. U+FFFC stands for what the press fills in, such as a fact. */
const between = String.raw`\s\uFFFC()\[\]{}"“”‘’'«»,;!|*–—…`;

/**
 * Makes a finder of a grammar. Wherever a word opens a numeral or a token holds a digit, the first rule that fits takes the
 * text; digits that none takes are a numeral all the same, so that no digit goes unseen.
 */
export function compileGrammar({ shade, openings, rules }: NumeralGrammar): FindNumerals {
  const compiled = rules.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'duy') }));
  const words = openings.length > 0 ? [String.raw`(?<![\p{L}\p{N}])(?:${openings.join('|')})(?![\p{L}\p{N}])`] : [];
  const token = String.raw`(?<![^${between}])(?<before>[^${between}\d]*)\d`;
  const candidate = new RegExp([...words, token, String.raw`\d`].join('|'), 'gu');

  const take = (shaded: string, at: number) => {
    for (const { rule, pattern } of compiled) {
      pattern.lastIndex = at;
      const match = pattern.exec(shaded);
      if (match && match[0] !== '') return { rule, match };
    }
    return undefined;
  };

  return (text) => {
    const shaded = shade(text);
    const numerals: Numeral[] = [];
    candidate.lastIndex = 0;
    for (;;) {
      const opening = candidate.exec(shaded);
      if (!opening) return numerals;
      const before = opening.groups?.before?.length ?? 0;
      const found = take(shaded, opening.index) ?? (before > 0 ? take(shaded, opening.index + before) : undefined);
      if (found) {
        candidate.lastIndex = found.match.index + found.match[0].length;
        if (found.rule.kind !== 'none') numerals.push(numeralOf(found.rule, found.rule.kind, found.match, text));
      } else if (/\d$/.test(opening[0])) {
        const start = candidate.lastIndex - 1;
        const [digits = ''] = /^\d+/.exec(text.slice(start)) ?? [];
        numerals.push({ kind: 'number', start, end: start + digits.length, values: [] });
        candidate.lastIndex = start + digits.length;
      }
    }
  };
}

/** The groups are cut from the text itself, since the match saw it shaded. */
function numeralOf(rule: Rule, kind: Numeral['kind'], match: RegExpExecArray, text: string): Numeral {
  const named = Object.entries(match.indices?.groups ?? {}).flatMap(([name, span]) =>
    span ? [[name, text.slice(...span)] as const] : [],
  );
  const { lead = '', ...groups } = Object.fromEntries(named);
  const end = match.index + match[0].length;
  const reading = rule.read?.({ text: text.slice(match.index, end), groups }) ?? { values: [] };
  return { kind, start: match.index - lead.length, end, ...reading };
}
