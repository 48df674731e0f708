import type { DocumentProperties } from '../finish/index.ts';
import type { Edition } from '../read/edition.ts';
import { partnersOf } from '../read/edition-status.ts';
import { textIn } from '../read/labels.ts';
import { editionDate } from './edition-date.ts';

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
