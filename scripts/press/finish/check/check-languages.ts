import type { Element } from '../structure/element.ts';

/**
 * Checks that each language is told by a tag of BCP 47 (ISO 14289-1, 7.2).
 *
 * @throws Error that quotes the first that is not
 */
export function checkLanguages({ attributes: { language }, kids }: Element): void {
  if (language !== undefined && !isTag(language)) {
    throw new Error(`"${language}" names no language: write a tag of BCP 47, such as "fr" or "pt-BR"`);
  }
  for (const kid of kids) if (kid.kind === 'element') checkLanguages(kid);
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
