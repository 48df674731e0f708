import type { Datasets } from '../data/open-datasets.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Fact, Facts } from '../facts/fact.ts';
import { namedFacts } from '../facts/named-facts.ts';
import type { Edition } from '../read/edition.ts';
import { alikeFacts, cureOf } from './cure-of.ts';
import { datasetsRead } from './datasets-read.ts';
import { nearestValues } from './nearest-values.ts';
import type { TypedNumeral } from './typed-numerals.ts';

/**
 * Reports every number that is typed into print and neither declared nor excused by its kind: a warning, or an error in
 * a strict edition. A citation beside it does not excuse it.
 */
export async function checkTyped(
  numerals: readonly TypedNumeral[],
  facts: Facts,
  edition: Edition,
  datasets: Datasets,
  report: Report,
): Promise<void> {
  const loose = numerals.filter(({ excused }) => excused.by === 'nothing');
  // Where facts.yaml cannot be read, nobody knows which numbers a fact would stand for.
  if (loose.length === 0 || edition.broken.has('fact *')) return;
  const { strict } = edition.meta.value;
  const nearest = strict
    ? new Map()
    : await nearestValues(loose, edition, await datasetsRead(edition, facts, datasets), datasets);
  const proposed = loose.flatMap(({ numeral, words }) => alikeFacts(numeral, shownWords(words), facts));
  const behind = await groundsOf(proposed, facts, edition, datasets);
  const context = {
    ...{ facts, file: edition.meta.at().file, language: edition.language },
    behind: ({ name }: Fact) => behind.get(name) ?? '',
  };
  for (const typed of loose) {
    const { numeral, words, place } = typed;
    const shown = shownWords(words);
    report({
      rule: strict ? 'number-typed-strict' : 'number-typed',
      place,
      message: `"${shown}" is typed in: no fact, claim or declared name stands behind it`,
      cure: cureOf(numeral, shown, context, nearest.get(typed)),
    });
  }
}

function shownWords(words: string): string {
  return words.replace(/\s+/g, ' ');
}

/**
 * What is behind each proposed fact, so that who decides need not look it up: what it is, the row or the number of rows that
 * it rests on, and the titles of its sources.
 */
async function groundsOf(
  proposed: readonly Fact[],
  facts: Facts,
  edition: Edition,
  datasets: Datasets,
): Promise<ReadonlyMap<string, string>> {
  const named = namedFacts(edition, facts, new Set());
  const grounds = new Map<string, string>();
  for (const { name, spec } of proposed) {
    if (grounds.has(name)) continue;
    const rested = await datasets.restedRows(spec.query, 1, named);
    const rows = [...rested].map(
      ([
        dataset,
        {
          count,
          rows: [first],
        },
      ]) => (count === 1 && first ? `row ${first.number + 1} of "${dataset}"` : `${count} rows of "${dataset}"`),
    );
    const sources = (spec.source ?? []).map((id) => edition.sources.get(id)?.value.title ?? id);
    const from = sources.length === 0 ? [] : [`from ${sources.map((title) => `“${title}”`).join(' and ')}`];
    grounds.set(name, ` (${[spec.label, ...rows, ...from].join('; ')})`);
  }
  return grounds;
}
