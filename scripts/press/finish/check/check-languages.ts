import { checkLanguage } from '../document/properties.ts';
import type { Element } from '../structure/element.ts';

/** Checks the languages that tags are in. @throws Error that quotes the first that is none */
export function checkLanguages({ attributes: { language }, kids }: Element): void {
  if (language !== undefined) checkLanguage(language);
  for (const kid of kids) if (kid.kind === 'element') checkLanguages(kid);
}
