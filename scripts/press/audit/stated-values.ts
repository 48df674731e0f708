import { formatDate } from '../facts/format-date.ts';
import type { AuditGround } from './audit-ground.ts';
import type { StatedValue } from './print.ts';

/** The properties of an edition and its datasets that templates print, in the words in which they do. */
export function statedValues({ edition, datasets }: Pick<AuditGround, 'edition' | 'datasets'>): readonly StatedValue[] {
  const { language, labels, meta } = edition;
  const { order, date, data_cutoff, version } = meta.value;
  const properties = {
    data_cutoff: formatDate(data_cutoff, language),
    ...(date !== undefined && { date: formatDate(date, language) }),
    version,
  };
  const ordinal = labels.value[`ordinal-${order}`] ?? '';
  return [
    ...Object.entries(properties).map(([name, text]) => ({ text, name, place: meta.at(name), block: undefined })),
    ...[ordinal, String(order)].map((text) => ({ text, name: 'order', place: meta.at('order'), block: undefined })),
    ...datasets.flatMap(({ value: { sources, retrieved, licenses = [] }, at }): readonly StatedValue[] => [
      { text: formatDate(retrieved, language), name: 'retrieved', place: at('retrieved'), block: undefined },
      ...licenses.map(({ name, title }, index) => {
        return { text: title ?? name, name: 'licenses', place: at('licenses', index), block: undefined };
      }),
      ...sources.map(({ title }, index) => {
        return { text: title, name: 'sources', place: at('sources', index, 'title'), block: at() };
      }),
      // Of many sources their number is printed.
      { text: String(sources.length), name: 'sources', place: at('sources'), block: at() },
    ]),
  ];
}
