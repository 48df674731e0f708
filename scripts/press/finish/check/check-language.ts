/**
 * Checks that a language is told by a tag of BCP 47 (ISO 14289-1, 7.2).
 *
 * @throws Error that quotes what is none
 */
export function checkLanguage(language: string): void {
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    throw new Error(`"${language}" names no language: write a tag of BCP 47, such as "fr" or "pt-BR"`);
  }
}
