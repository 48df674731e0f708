import type { Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';

/**
 * Reports the facts that are printed nowhere, and that nothing in print rests on.
 *
 * @param used the facts that are printed, and those that the queries of charts and tables name
 */
export function reportUnusedFacts(
  { written, facts }: Pick<EditionRun, 'written' | 'facts'>,
  used: Iterable<string>,
  report: Report,
): void {
  const needed = new Set(used);
  // A set gives what is added to it while it is gone through.
  for (const name of needed) for (const other of facts.get(name)?.dependsOn ?? []) needed.add(other);
  for (const [name, { at }] of written.facts) {
    if (needed.has(name)) continue;
    report({
      rule: 'fact-unused',
      place: at(),
      message: `the fact "${name}" is printed nowhere`,
      cure: `print it by :fact[${name}], or take it out`,
    });
  }
}
