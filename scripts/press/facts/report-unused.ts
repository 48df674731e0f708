import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import { findFactUses } from './find-fact-uses.ts';

/**
 * Reports the facts that are printed nowhere.
 *
 * @param printed the facts that the prose prints; those in charts and maps are found here
 */
export function reportUnusedFacts(
  { facts, charts, maps }: Pick<Edition, 'facts' | 'charts' | 'maps'>,
  printed: ReadonlySet<string>,
  report: Report,
): void {
  const figures = [...charts.values(), ...maps.values()];
  const drawn = new Set(figures.flatMap((figure) => findFactUses(figure)).map(({ fact }) => fact));
  for (const [name, { at }] of facts) {
    if (printed.has(name) || drawn.has(name)) continue;
    report({
      rule: 'fact-unused',
      place: at(),
      message: `the fact "${name}" is printed nowhere`,
      cure: `print it by :fact[${name}], or take it out`,
    });
  }
}
