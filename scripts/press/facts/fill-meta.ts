import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import type { Text } from '../read/schemas/common.ts';
import type { FactContext } from './fact-text.ts';
import { fillFacts } from './fill-facts.ts';

/** Texts of edition.yaml that are printed, or stand in the PDF's properties, as they are. Those of the cover are prose. */
const texts = ['title', 'short_title', 'force', 'correction', 'acknowledgements', 'summary'] as const;

/** An edition whose titles, summary and notices have their facts in words. */
export function fillMeta(edition: Edition, context: FactContext, report: Report): Edition {
  const { value, at } = edition.meta;
  const filled = texts.flatMap((key): (readonly [string, Text])[] => {
    const text = value[key];
    if (text === undefined) return [];
    if (typeof text === 'string') return [[key, fillFacts(text, context, at(key), report)]];
    const inLanguage = text[edition.language];
    if (inLanguage === undefined) return [];
    const place = at(key, edition.language);
    return [[key, { ...text, [edition.language]: fillFacts(inLanguage, context, place, report) }]];
  });
  return { ...edition, meta: { value: { ...value, ...Object.fromEntries(filled) }, at } };
}
