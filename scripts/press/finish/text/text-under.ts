import type { Element } from '../structure/element.ts';
import type { TextReader } from './text-reader.ts';

/**
 * All text of an element and of those within it, with single spaces.
 *
 * @param without a type of elements whose text is left out
 */
export function textUnder(element: Element, textOf: TextReader, without?: string): string {
  return gather(element, textOf, without).replace(/\s+/g, ' ').trim();
}

function gather({ type, attributes, kids }: Element, textOf: TextReader, without: string | undefined): string {
  if (type === without) return '';
  if (attributes.actualText !== undefined) return attributes.actualText;
  return kids
    .map((kid) => {
      if (kid.kind === 'element') return gather(kid, textOf, without);
      return kid.kind === 'content' ? textOf(kid.mark) : '';
    })
    .join('');
}
