import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Edition } from '../read/edition.ts';

/** Reports the sources of facts that sources.yaml does not hold: nobody would miss them in print, but the audit cites them. */
export function checkFactSources({ facts, sources, broken }: Edition, report: Report): void {
  for (const { value, at } of facts.values()) {
    for (const [index, id] of (value.source ?? []).entries()) {
      if (sources.has(id) || broken.has(`source ${id}`)) continue;
      report({
        rule: 'source-unknown',
        // A single one is the value itself.
        place: at('source', index),
        message: `unknown source "${id}"`,
        cure: didYouMean(id, sources.keys(), 'sources'),
      });
    }
  }
}
