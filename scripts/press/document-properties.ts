import type { DocumentProperties } from './finish/index.ts';
import type { Edition } from './read/edition.ts';
import { partnersOf } from './read/edition-status.ts';
import { textIn } from './read/labels.ts';
import type { EditionMeta } from './read/schemas/edition.ts';

const press = 'factsheet-press';

/**
 * What an edition's PDF says of itself. Only a final edition names authors: the partners, as its citation does.
 *
 * @param epoch the value of SOURCE_DATE_EPOCH where it is set
 * @throws Error when SOURCE_DATE_EPOCH is no date
 */
export function propertiesOf(edition: Edition, epoch: string | undefined): DocumentProperties {
  const { language, series } = edition;
  const { value: meta, at } = edition.meta;
  // A text that is missing in the language was reported when the page was made.
  const words = (text: Parameters<typeof textIn>[0]) => textIn(text, language, at(), () => {}).trim();
  return {
    title: words(meta.title),
    authors: meta.status === 'final' ? partnersOf(meta, series.value).map(({ name }) => name) : [],
    subject: words(meta.summary),
    keywords: meta.keywords,
    language,
    creator: press,
    producer: press,
    date: editionDate(meta, epoch),
  };
}

/**
 * The instant that a PDF is dated with, the same on every machine and at every time.
 *
 * @param meta the edition: the first instant, in UTC, of its date, else of its data cut-off
 * @param sourceDateEpoch the value of SOURCE_DATE_EPOCH where it is set: it goes before both
 * @throws Error when SOURCE_DATE_EPOCH is no whole number of seconds that a PDF can be dated with
 *   (https://reproducible-builds.org/specs/source-date-epoch/)
 */
export function editionDate(
  meta: Pick<EditionMeta, 'date' | 'data_cutoff'>,
  sourceDateEpoch: string | undefined,
): Date {
  if (sourceDateEpoch !== undefined && sourceDateEpoch !== '') return dateOfEpoch(sourceDateEpoch);
  // A year, a month or a day of ISO 8601 is read as the beginning of it, in UTC (ECMA-262, 21.4.1.32).
  return new Date(meta.date ?? meta.data_cutoff);
}

function dateOfEpoch(seconds: string): Date {
  const date = /^\d+$/.test(seconds) ? new Date(Number(seconds) * 1000) : undefined;
  // A PDF's date has four digits for the year (ISO 32000-1, 7.9.4).
  if (!date || !(date.getUTCFullYear() <= 9999)) {
    throw new Error(
      `SOURCE_DATE_EPOCH is "${seconds}": set it to a whole number of seconds since 1970, or take it out of the environment`,
    );
  }
  return date;
}
