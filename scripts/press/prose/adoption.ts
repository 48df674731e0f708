import type { Place } from '../diagnostics/diagnostic.ts';
import type { ProseContext } from './context.ts';

/** A figure in print, and what its file says of it. */
export interface Adoptable {
  /** Whether the partners have taken it for theirs. */
  readonly adopted: boolean;
  /** As messages name it: the chart "aid-2020". */
  readonly what: string;
  /** Where its file says so. */
  readonly place: Place;
  /** What to do once they have, and what else. */
  readonly cure: string;
}

/**
 * Whether a figure stands under the partners’ names as theirs. One that was kept from a reconstruction does not before they
 * adopt it: it is printed with a label, and reported, since it keeps the edition from being released.
 */
export function isAdopted({ adopted, what, place, cure }: Adoptable, { edition, report }: ProseContext): boolean {
  if (adopted || edition.meta.value.adopted) return true;
  report({
    rule: 'figure-adopted',
    place,
    message: `the partners have not adopted ${what}, kept from a reconstruction`,
    cure,
  });
  return false;
}
