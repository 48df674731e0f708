import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from './edition.ts';

/** Reports editions that have a place in the series that one before them has: both covers would say "the fourth". Drafts may. */
export function reportSharedOrders(
  editions: readonly { readonly edition: Pick<Edition, 'name' | 'meta'> }[],
  report: Report,
): void {
  const taken = new Map<number, string>();
  for (const { edition } of editions) {
    const { value, at } = edition.meta;
    if (value.status === 'draft') continue;
    const other = taken.get(value.order);
    if (other === undefined) taken.set(value.order, edition.name);
    else
      report({
        rule: 'value-type',
        place: at('order'),
        message: `the order ${value.order} is that of the edition "${other}", too, and each cover says its place in the series`,
        cure: 'give one of the two another number',
      });
  }
}
