import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { Located } from './checked-yaml.ts';
import type { EditionMeta } from './schemas/edition.ts';
import type { Series } from './schemas/series.ts';

/**
 * Whether a text is its authors’ own, so that partners, contributors and those whom they thank are printed: every final edition,
 * and a draft whose edition.yaml has a list of contributors, even one that is still empty, as a manuscript leaves it.
 */
export function isSigned({ status, contributors }: Pick<EditionMeta, 'status' | 'contributors'>): boolean {
  return status === 'final' || (status === 'draft' && contributors !== undefined);
}

/** The organisations that an edition is by: its own, or those of its series. */
export function partnersOf(meta: Pick<EditionMeta, 'partners'>, series: Pick<Series, 'partners'>): Series['partners'] {
  return meta.partners ?? series.partners;
}

/** Reports what a final edition must have before it is released: a date that its data allow, contributors, partners. */
export function checkFinal(meta: Located<EditionMeta>, series: Located<Series>, report: Report): void {
  const { status, date, data_cutoff, contributors } = meta.value;
  if (status !== 'final') return;
  const place = meta.at('status');
  if (date === undefined) {
    const cure = 'write "date" with the year, month or day in which it comes out';
    report({ rule: 'date-missing', place, message: 'a final edition without a date', cure });
  } else if (date < data_cutoff.slice(0, date.length)) {
    // As far as both are known: 2023 is not earlier than 2023-07, nor is 2023-07-10.
    report({
      rule: 'date-early',
      place: meta.at('date'),
      message: `a final edition that is dated ${date} and has data to ${data_cutoff}`,
      cure: 'correct "date", or "data_cutoff" if no row in print is that late',
    });
  }
  if (!contributors?.length) {
    const cure = 'write "contributors" with the names of those who wrote it';
    report({ rule: 'contributors-missing', place, message: 'a final edition without contributors', cure });
  }
  if (partnersOf(meta.value, series.value).length === 0) {
    const cure = `write "partners" in ${series.at().file}, which every final edition prints`;
    report({ rule: 'partners-missing', place, message: 'a final edition of a series without partners', cure });
  }
}

/** One thing that keeps an edition from being released: where, what it is, what to do. */
type ReleaseNeed = Pick<Diagnostic, 'place' | 'message' | 'cure'>;

/**
 * What keeps an edition from being released; nothing where it may go out. A draft is never released, whatever else is right.
 *
 * @param diagnostics all that was reported of this edition and of what it shares with others, by checking and, if done, by printing
 */
export function releaseNeeds(
  { meta }: { readonly meta: Located<EditionMeta> },
  diagnostics: readonly Diagnostic[],
): readonly ReleaseNeed[] {
  const needs: readonly ReleaseNeed[] = diagnostics.filter(({ severity }) => severity !== 'warning');
  if (meta.value.status !== 'draft') return needs;
  const message = 'a draft is never released';
  const cure =
    'write "status: final" once its authors stand by it, or "status: reconstruction" if it is not their text';
  return [{ place: meta.at('status'), message, cure }, ...needs];
}

/** Reports editions that have a place in the series that one before them has: both covers would say "the fourth". Drafts may. */
export function reportSharedOrders(
  editions: readonly { readonly edition: { readonly name: string; readonly meta: Located<EditionMeta> } }[],
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
        message: `the edition "${other}" has the order ${value.order}, too, and each cover says its place in the series`,
        cure: 'give one of the two another number',
      });
  }
}
