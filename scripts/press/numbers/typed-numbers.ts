import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Fact, Facts } from '../facts/fact.ts';
import { findNumerals, isPageReference } from '../numerals/find-numerals.ts';
import type { Numeral } from '../numerals/numeral.ts';
import type { Edition } from '../read/edition.ts';
import { agreement, canSay, valueKindOf } from './agreement.ts';
import { type Declared, type DeclaredName, findNames } from './declared-names.ts';
import { type CountedNumeral, type DatasetValue, isDistinctive, nearestValues } from './nearest-values.ts';
import type { PrintedText } from './printed-text.ts';

/** A numeral in print that no fact computes, and what excuses it. */
export interface TypedNumeral extends CountedNumeral {
  /** As it is typed. */
  readonly words: string;
  readonly place: Place;
  /** `nothing`: it needs a fact, a claim or a declaration. */
  readonly excused:
    | { readonly by: 'name'; readonly name: DeclaredName }
    | { readonly by: 'kind' }
    | { readonly by: 'nothing' };
}

/** Every numeral that is typed into printed texts, with its place, in the order of the texts. */
export function typedNumerals(
  texts: readonly PrintedText[],
  language: string,
  { names, kinds }: Declared,
): readonly TypedNumeral[] {
  const find = findNames(names);
  return texts.flatMap(({ text, placeAt }) => {
    const numerals = findNumerals(text, language);
    if (numerals.length === 0) return [];
    const uses = find(text);
    return numerals.map((numeral): TypedNumeral => {
      const use = uses.find(({ start, end }) => start <= numeral.start && numeral.end <= end);
      const excused = use
        ? { by: 'name' as const, name: use.name }
        : { by: kinds.has(numeral.kind) ? ('kind' as const) : ('nothing' as const) };
      return {
        numeral,
        words: text.slice(numeral.start, numeral.end),
        after: text.slice(numeral.end),
        // Asked for only when it is reported: to find it, the file is read again.
        get place() {
          return placeAt(numeral.start);
        },
        excused,
      };
    });
  });
}

/**
 * Reports every number that is typed into print and neither declared nor excused by its kind: it keeps back a release, and in
 * a strict edition it is an error. A citation beside it does not excuse it.
 */
export async function checkTyped(numerals: readonly TypedNumeral[], run: EditionRun, report: Report): Promise<void> {
  const { written, facts } = run;
  const unexcused = numerals.filter(({ excused }) => excused.by === 'nothing');
  // Where facts.yaml cannot be read, nobody knows which numbers a fact would stand for.
  if (unexcused.length === 0 || written.broken.has('fact *')) return;
  const { strict } = written.meta.value;
  const nearest = strict ? undefined : await nearestValues(unexcused, run);
  const found = unexcused.map(({ numeral, words, place }) => {
    const shown = words.replace(/\s+/g, ' ');
    return { numeral, words: shown, place, alike: alikeFacts(numeral, shown, facts) };
  });
  const origins = await factOrigins(new Set(found.flatMap(({ alike }) => alike)), run);
  for (const { numeral, words, place, alike } of found) {
    report({
      rule: strict ? 'number-typed-strict' : 'number-typed',
      place,
      message: `"${words}" is typed in: no fact, claim or declared name stands behind it`,
      cure:
        alike.length > 0
          ? factCure(alike, words, origins)
          : cureWithoutFact(numeral, words, nearest?.get(numeral), written),
    });
  }
}

/** Facts that a cure names; more would not be read. */
const shownFacts = 3;

/** The facts that may be meant by a typed-in number, as many as a cure names. */
function alikeFacts(numeral: Numeral, words: string, facts: Facts): readonly Fact[] {
  return [...facts.values()].filter((fact) => isAlike(numeral, words, fact)).slice(0, shownFacts);
}

/** Whether a fact of the same kind says the same. "The first" is no such numeral: it is seldom the one that a fact counts. */
function isAlike(numeral: Numeral, words: string, fact: Fact): boolean {
  if (numeral.kind === 'ordinal') return false;
  if (fact.text === words) return valueKindOf(fact) === 'words' || canSay(numeral, fact);
  return isDistinctive(numeral) && agreement(numeral, undefined, fact) === 'agrees';
}

/** Names the facts that say the same, each with what is behind it. */
function factCure(alike: readonly Fact[], words: string, origins: ReadonlyMap<Fact, string>): string {
  const marks = alike.map((fact) => {
    const mark = fact.text === words ? `:fact[${fact.name}]` : `:claim[${words}]{fact=${fact.name}}`;
    return `${mark}${origins.get(fact) ?? ''}`;
  });
  return `write ${marks.join(' or ')}${marks.length > 1 ? ', whichever is meant' : ''}`;
}

/**
 * What to do about a typed-in number that no fact says: where such a number comes from.
 *
 * @param nearest the nearest value of the datasets, where there is one to name
 */
function cureWithoutFact(
  { kind }: Numeral,
  words: string,
  nearest: DatasetValue | undefined,
  { language, meta }: Edition,
): string {
  const { file } = meta.at();
  if (isPageReference(words, language))
    return 'write :chart[name], :map[name] or :table[name], so that its number follows it';
  if (kind === 'name') return `declare the name under "declared" in ${file} (names: …)`;
  if (kind === 'date' || kind === 'ordinal')
    return `print it by a fact, or declare it under "declared" in ${file} (names: …)`;
  const held = nearest
    ? `the nearest value that the data hold is ${nearest.decimal}, in "${nearest.column}" of "${nearest.dataset}": `
    : '';
  return `${held}make a fact of it in facts.yaml, or declare the name that it belongs to in ${file}`;
}

/**
 * Where each of some facts comes from, so that the author need not look it up: its label, the row or the number of rows that
 * it is made from, and the titles of its sources.
 */
async function factOrigins(
  proposed: ReadonlySet<Fact>,
  { written, datasets, named }: EditionRun,
): Promise<ReadonlyMap<Fact, string>> {
  const origins = new Map<Fact, string>();
  for (const fact of proposed) {
    const { query, label, source = [] } = fact.spec;
    const behind = await datasets.rowsBehind(query, 1, named);
    const rows = [...behind].map(
      ([
        dataset,
        {
          count,
          rows: [first],
        },
      ]) => (count === 1 && first ? `row ${first.number + 1} of "${dataset}"` : `${count} rows of "${dataset}"`),
    );
    const titles = source.map((id) => `“${written.sources.get(id)?.value.title ?? id}”`);
    const from = titles.length === 0 ? [] : [`from ${titles.join(' and ')}`];
    origins.set(fact, ` (${[label, ...rows, ...from].join('; ')})`);
  }
  return origins;
}
