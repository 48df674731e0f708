import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from './edition.ts';
import type { EditionMeta } from './schemas/edition.ts';
import type { Series } from './schemas/series.ts';
import type { Source } from './schemas/sources.ts';
import { textIn } from './text-in.ts';

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

/** What an edition is known by. */
export interface Titled {
  readonly language: string;
  readonly meta: Located<Pick<EditionMeta, 'title'>>;
  readonly series: Located<Pick<Series, 'title'>>;
}

/** Whether a source is the very edition that cites it: it has the edition’s title, and no other series than the edition’s. */
export function isEditionItself(source: Source, { language, meta, series }: Titled): boolean {
  // A title that is missing in the language is reported where it is printed.
  const titleOf = ({ value, at }: Located<{ readonly title: EditionMeta['title'] }>) =>
    lettersOf(textIn(value.title, language, at(), () => {}));
  const within = source['container-title'];
  return lettersOf(source.title) === titleOf(meta) && (within === undefined || lettersOf(within) === titleOf(series));
}

/** A title without what people write differently: capitals, accents in two characters, stops and quotation marks. */
function lettersOf(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
