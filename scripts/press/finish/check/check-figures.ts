import type { Element } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';

/**
 * Checks that each figure says in words what it shows (ISO 14289-1, 7.3).
 *
 * @throws Error that names the page of the first that does not
 */
export function checkFigures(document: Element): void {
  for (const kid of document.kids) {
    if (kid.kind !== 'element') continue;
    if (kid.type === 'Figure' && (kid.attributes.alt ?? '').trim() === '') {
      throw new Error(`a picture on page ${marksUnder(kid)[0]?.stream.page} has no alternative text`);
    }
    checkFigures(kid);
  }
}
