import type { DocumentProperties } from '../document-properties.ts';
import { checkLanguage } from './check-language.ts';

/** Checks that a document says its title and its language (ISO 14289-1, 7.1 and 7.2). @throws Error that says what is missing */
export function checkProperties({ title, language }: DocumentProperties): void {
  if (title.trim() === '') throw new Error('the document has no title');
  checkLanguage(language);
}
