import { type DatasetInUse, packageName } from '../attachments.ts';
import { placeText, type Report } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import type { FactsheetView } from './view.ts';

/** So many sources are named with a dataset; of more, their number: each has its note, and the descriptor lists them. */
const mostNamed = 2;

/** The datasets of an edition as its template sees them, those of one licence and one date together. */
export function datasetsView(
  inUse: readonly DatasetInUse[],
  { language, labels, meta }: Edition,
  report: Report,
): FactsheetView['datasets'] {
  const word = (name: string, values: Readonly<Record<string, string>>) =>
    fillLabel(labels, name, values, meta.at(), report);
  const groups = Map.groupBy(inUse, ({ dataset }) => {
    const { licenses, retrieved } = dataset.value;
    return word('dataset-group', {
      license: licenses?.map(({ name, title }) => title ?? name).join(', ') ?? word('no-license', {}),
      date: formatDate(retrieved, language),
    });
  });
  return [...groups].map(([title, members]) => ({
    title,
    url: members[0]?.dataset.value.licenses?.[0]?.path ?? null,
    datasets: members.map(({ dataset: { value, at }, file, extent }) => ({
      title: value.title,
      sources:
        value.sources.length > mostNamed ? [] : value.sources.map(({ title, path }) => ({ title, url: path ?? null })),
      sources_line:
        value.sources.length > mostNamed
          ? word('dataset-sources', { count: String(value.sources.length), file: packageName })
          : null,
      file,
      extent: extent === 'whole' ? null : word('rows-in-use', {}),
      source_place: placeText(at()),
    })),
  }));
}
