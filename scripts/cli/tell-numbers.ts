import type { Audit, NumberKind } from '../press/audit/audit.ts';

/** Kinds in the order in which they are told, each as a noun for one and for more. */
const nouns: readonly (readonly [kind: Exclude<NumberKind, 'unexplained'>, one: string, more: string])[] = [
  ['fact', 'fact', 'facts'],
  ['claim', 'claim', 'claims'],
  ['data', 'of tables and charts', 'of tables and charts'],
  ['scale', 'of scales', 'of scales'],
  ['declared', 'declared', 'declared'],
  ['citation', 'in citations', 'in citations'],
  ['counted', 'counted by the press', 'counted by the press'],
];

/** The numbers in print of all editions by what explains them, in one line; empty where there is none. */
export function tellNumbers(editions: readonly Audit['counts'][]): string {
  const sumOf = (kind: NumberKind) => editions.reduce((sum, counts) => sum + (counts[kind] ?? 0), 0);
  const explained = nouns.flatMap(([kind, one, more]) => {
    const count = sumOf(kind);
    return count === 0 ? [] : [`${written(count)} ${count === 1 ? one : more}`];
  });
  const unexplained = sumOf('unexplained');
  const all = nouns.reduce((sum, [kind]) => sum + sumOf(kind), unexplained);
  if (all === 0) return '';
  return `${written(all)} numbers in print: ${explained.join(', ')} · ${unexplained === 0 ? 'none' : written(unexplained)} unexplained`;
}

function written(count: number): string {
  return count.toLocaleString('en');
}
