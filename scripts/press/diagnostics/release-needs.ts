import type { Edition } from '../read/edition.ts';
import type { Diagnostic } from './diagnostic.ts';

/** One thing that keeps an edition from being released: where, what it is, what to do. */
export type ReleaseNeed = Pick<Diagnostic, 'place' | 'message' | 'cure'>;

/**
 * What keeps an edition from being released; nothing where it may go out. A draft is never released, whatever else is right.
 *
 * @param diagnostics all that checking and, where it was done, printing told of this edition and of what it shares with others
 */
export function releaseNeeds(
  { meta }: Pick<Edition, 'meta'>,
  diagnostics: readonly Diagnostic[],
): readonly ReleaseNeed[] {
  const needs: ReleaseNeed[] = diagnostics.filter(({ severity }) => severity !== 'warning');
  if (meta.value.status !== 'draft') return needs;
  const message = 'a draft is never released';
  const cure =
    'write "status: final" once its authors stand by it, or "status: reconstruction" if it is not their text';
  return [{ place: meta.at('status'), message, cure }, ...needs];
}
