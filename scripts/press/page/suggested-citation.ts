import Handlebars from 'handlebars';
import type { Report } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import type { Edition } from '../read/edition.ts';
import { partnersOf } from '../read/edition-status.ts';
import { fillLabel, textIn } from '../read/labels.ts';
import type { EditionMeta } from '../read/schemas/edition.ts';
import { escapeHtml } from './html.ts';

/** How to cite an edition, as its labels lay it out: with its authors when it is final, as what it is when it is not. */
export function suggestedCitation(edition: Edition, report: Report): Handlebars.SafeString {
  const { language, labels, series, meta } = edition;
  const names = meta.value.status === 'final' ? partnersOf(meta.value, series.value).map(({ name }) => name) : [];
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  const text = fillLabel(
    labels,
    labelOf(meta.value.status, names),
    {
      authors: list,
      title: textIn(meta.value.title, language, meta.at('title'), report),
      series: textIn(series.value.title, language, series.at('title'), report),
      order: String(meta.value.order),
      version: meta.value.version,
      date: formatDate(meta.value.date ?? meta.value.data_cutoff, language),
      data_cutoff: formatDate(meta.value.data_cutoff, language),
    },
    meta.at(),
    report,
  );
  // The one mark that a label may hold: *…* for a title.
  return new Handlebars.SafeString(escapeHtml(text).replace(/\*([^*]+)\*/g, '<cite>$1</cite>'));
}

function labelOf(status: EditionMeta['status'], names: readonly string[]): string {
  if (status === 'draft') return 'citation-draft';
  return names.length > 0 ? 'citation-final' : 'citation-unsigned';
}
