import type { Element } from '../structure/element.ts';
import type { TextReader } from './text-reader.ts';

/** All text of an element and of those within it, with single spaces. */
export function textUnder(element: Element, textOf: TextReader): string {
  return gather(element, textOf).replace(/\s+/g, ' ').trim();
}

function gather({ kids }: Element, textOf: TextReader): string {
  return kids
    .map((kid) => {
      if (kid.kind === 'element') return gather(kid, textOf);
      return kid.kind === 'content' ? textOf(kid.mark) : '';
    })
    .join('');
}
