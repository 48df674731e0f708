import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from './edition.ts';
import type { EditionMeta } from './schemas/edition.ts';
import type { Series } from './schemas/series.ts';

/** Reports what a final edition must have and does not: its date, its contributors, and the partners of the series. */
export function checkFinal(meta: Located<EditionMeta>, series: Located<Series>, report: Report): void {
  if (meta.value.status !== 'final') return;
  const place = meta.at('status');
  if (meta.value.date === undefined) {
    const cure = 'write "date" with the year, month or day in which it comes out';
    report({ rule: 'key-missing', place, message: 'a final edition without a date', cure });
  }
  if (!meta.value.contributors?.length) {
    const cure = 'write "contributors" with the names of those who wrote it';
    report({ rule: 'key-missing', place, message: 'a final edition without contributors', cure });
  }
  if (series.value.partners.length === 0) {
    const cure = `write "partners" in ${series.at().file}, which every final edition prints`;
    report({ rule: 'key-missing', place, message: 'a final edition of a series without partners', cure });
  }
}
