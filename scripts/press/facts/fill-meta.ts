import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Edition } from '../read/edition.ts';
import type { Text } from '../read/schemas/common.ts';
import { fillFacts } from './fill-facts.ts';

/** Texts of edition.yaml that are printed, or stand in the PDF's properties, as they are. Those of the cover are prose. */
const texts = ['title', 'short_title', 'force', 'correction', 'acknowledgements', 'summary'] as const;

/** An edition whose titles, summary and notices have their facts in words. */
export interface FilledMeta {
  readonly edition: Edition;
  /** The facts that stand in them, and those that their claims are held against. */
  readonly usedFacts: ReadonlySet<string>;
}

/** Puts the facts of an edition into its titles, summary and notices. */
export function fillMeta(run: Pick<EditionRun, 'facts' | 'written'>, report: Report): FilledMeta {
  const { language, meta } = run.written;
  const { value, at } = meta;
  const usedFacts = new Set<string>();
  const fill = (written: string, place: Place): string => {
    const filled = fillFacts(written, run, place, report);
    for (const fact of filled.usedFacts) usedFacts.add(fact);
    return filled.text;
  };
  const fillText = (key: (typeof texts)[number], text: Text): Text => {
    if (typeof text === 'string') return fill(text, at(key));
    const inLanguage = text[language];
    return inLanguage === undefined ? text : { ...text, [language]: fill(inLanguage, at(key, language)) };
  };
  const filled = texts.flatMap((key): readonly (readonly [string, Text])[] => {
    const text = value[key];
    return text === undefined ? [] : [[key, fillText(key, text)]];
  });
  const edition = { ...run.written, meta: { value: { ...value, ...Object.fromEntries(filled) }, at } };
  return { edition, usedFacts };
}
