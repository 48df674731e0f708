import type { Report } from '../diagnostics/diagnostic.ts';
import type { DeclaredName } from './declared-names.ts';

/** Reports declared names that excuse no number in print. */
export function reportUnusedNames(names: readonly DeclaredName[], used: ReadonlySet<string>, report: Report): void {
  for (const { text, place } of names) {
    if (used.has(text)) continue;
    report({
      rule: 'declared-unused',
      place,
      message: `"${text}" is declared, and no number that is printed belongs to it`,
      cure: 'take it out, or write it as it stands in print',
    });
  }
}
