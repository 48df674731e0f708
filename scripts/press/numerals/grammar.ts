import type { Numeral, NumeralKind, Reading } from './numeral.ts';

/** The groups of a match that have names; one that took no part is not there. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One row of a language's grammar: how a numeral of one kind is written. */
export interface Rule {
  /** `none` for what looks like a numeral and is not; it takes no digit. */
  readonly kind: NumeralKind | 'none';
  /**
   * A regular expression for the whole of it. What a lookbehind captures as `lead` belongs to the numeral: "section "
   * before 7008. Case matters, but within (?i:…).
   */
  readonly pattern: string;
  /** Reads the value out of the words that matched; without it there is none. */
  readonly read?: (match: { readonly text: string; readonly groups: Groups }) => Reading;
}

/** How a number before which a word stands is meant. */
export type Qualifier = 'about' | 'at least' | 'more than' | 'nearly' | 'less than' | 'at most';

/** What a language writes numerals with. */
export interface NumeralGrammar {
  /** The text as the rules see it, of the same length: whole phrases may be masked by runs of one sign. */
  readonly mask: (text: string) => string;
  /** Words by which numerals begin, as regular expressions. Every digit begins one too. */
  readonly openings: readonly string[];
  /** In the order in which they are tried: the first that fits takes the text. */
  readonly rules: readonly Rule[];
  /** Words before a number that refer to something on these pages: "Figure". */
  readonly references: readonly string[];
  readonly qualifiers: Readonly<Record<Qualifier, readonly string[]>>;
}

/**
 * Makes a finder of a grammar. Wherever a word opens a numeral or a token holds a digit, the first rule that fits takes the
 * text; digits that none takes are a numeral all the same, so that no digit goes unseen.
 *
 * @returns a function that finds the numerals of a text, in its order; none overlaps another
 */
export function compileGrammar({ mask, openings, rules }: NumeralGrammar): (text: string) => readonly Numeral[] {
  const compiled = rules.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'duy') }));
  const words = openings.length > 0 ? [String.raw`(?<![\p{L}\p{N}])(?:${openings.join('|')})(?![\p{L}\p{N}])`] : [];
  const token = String.raw`(?<![^${between}])(?<before>[^${between}\d]*)\d`;
  const candidate = new RegExp([...words, token, String.raw`\d`].join('|'), 'gu');

  const take = (masked: string, at: number) => {
    for (const { rule, pattern } of compiled) {
      pattern.lastIndex = at;
      const match = pattern.exec(masked);
      if (match && match[0] !== '') return { rule, match };
    }
    return undefined;
  };

  return (text) => {
    const masked = mask(text);
    const numerals: Numeral[] = [];
    candidate.lastIndex = 0;
    for (;;) {
      const opening = candidate.exec(masked);
      if (!opening) return numerals;
      const before = opening.groups?.before?.length ?? 0;
      const found = take(masked, opening.index) ?? (before > 0 ? take(masked, opening.index + before) : undefined);
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

/** What parts tokens besides white space. U+FFFC stands for what the press fills in, such as a fact. */
const between = String.raw`\s\uFFFC()\[\]{}"“”‘’'«»,;!|*–—…`;

/** The groups are cut from the text itself, since the match saw it masked. */
function numeralOf(rule: Rule, kind: Numeral['kind'], match: RegExpExecArray, text: string): Numeral {
  const named = Object.entries(match.indices?.groups ?? {}).flatMap(([name, span]) =>
    span ? [[name, text.slice(...span)] as const] : [],
  );
  const { lead = '', ...groups } = Object.fromEntries(named);
  const end = match.index + match[0].length;
  const reading = rule.read?.({ text: text.slice(match.index, end), groups }) ?? { values: [] };
  return { kind, start: match.index - lead.length, end, ...reading };
}
