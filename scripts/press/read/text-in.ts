import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Text } from './schemas/common.ts';

/**
 * A printed text in the edition's language. Where it has none in that language, that is reported
 * and the first there is serves, so that the rest of the text is still checked.
 */
export function textIn(text: Text, language: string, place: Place, report: Report): string {
  if (typeof text === 'string') return text;
  const found = text[language];
  if (found !== undefined) return found;
  report({
    rule: 'language-missing',
    place,
    message: `this text is there in ${Object.keys(text).join(', ')} but not in "${language}"`,
    cure: `add a line "${language}: …"`,
  });
  return Object.values(text)[0] ?? '';
}
