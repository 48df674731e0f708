import { type Document, isScalar, visit, type YAMLMap } from 'yaml';

/**
 * Puts one text in the place of each map of texts by language.
 *
 * @param languages all languages of the texts
 */
export function chooseLanguage(document: Document, language: string, languages: readonly string[]): void {
  visit(document, {
    Map(_key, map) {
      if (!isByLanguage(map, languages)) return undefined;
      return document.createNode(map.get(language));
    },
  });
}

function isByLanguage({ items }: YAMLMap, languages: readonly string[]): boolean {
  return items.length > 0 && items.every(({ key }) => isScalar(key) && languages.includes(String(key.value)));
}
