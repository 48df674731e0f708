import type { Element, ElementContent, Text } from 'hast';
import { type Place, placeText } from '../diagnostics/diagnostic.ts';

/** An element of hypertext with what stands in it. */
export function element(
  tagName: string,
  properties: Readonly<Element['properties']>,
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties: { ...properties }, children: [...children] };
}

/** Words as a node of hypertext. */
export function words(value: string): Text {
  return { type: 'text', value };
}

/**
 * Stands where something cannot be printed, which was reported: within a line, or instead of a block. An edition with a hole
 * has errors, and only a proof prints it, which marks its holes (page/mark-failures.ts).
 *
 * @param what kind and name of what should stand there: "fact displaced-2021"
 */
export function hole(tagName: 'span' | 'div', what: string, place: Place): Element {
  return element(tagName, { dataFailed: what, dataSource: placeText(place) }, []);
}
