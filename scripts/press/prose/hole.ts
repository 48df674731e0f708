import type { Element } from 'hast';
import { type Place, placeText } from '../diagnostics/diagnostic.ts';

/**
 * Stands where something cannot be printed, which was reported: within a line, or instead of a block. An edition with a hole
 * has errors, and only a proof prints it, which marks its holes (page/mark-failures.ts).
 *
 * @param what kind and name of what should stand there: "fact displaced-2021"
 */
export function hole(tagName: 'span' | 'div', what: string, place: Place): Element {
  return { type: 'element', tagName, properties: { dataFailed: what, dataSource: placeText(place) }, children: [] };
}
