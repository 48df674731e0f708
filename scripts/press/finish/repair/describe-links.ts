import type { Reference } from '../file/objects.ts';
import type { Element, Kid } from '../structure/element.ts';
import type { TextReader } from '../text/text-reader.ts';
import { textUnder } from '../text/text-under.ts';
import type { Rule } from './rule.ts';

/**
 * Says of each link in words what it is (ISO 14289-1, 7.18.5): by its label where it has one, else by its text, and the
 * address that it leads to where the text is another.
 *
 * @param addressOf the address that an annotation leads to; undefined within the document
 */
export function describeLinks(textOf: TextReader, addressOf: (annotation: Reference) => string | undefined): Rule {
  return {
    types: ['Link'],
    repair(link): Element {
      const label = link.identity?.label;
      const text = label ?? (textUnder(link, textOf) || altUnder(link));
      const kids = link.kids.map((kid): Kid => {
        if (kid.kind !== 'annotation') return kid;
        const address = label === undefined ? addressOf(kid.annotation) : undefined;
        const parts = [text, ...(address === undefined || address === text ? [] : [address])];
        return { ...kid, description: parts.filter((part) => part !== '').join(', ') };
      });
      return { ...link, kids };
    },
  };
}

/** What a link around a picture says. */
function altUnder({ kids, attributes }: Element): string {
  return attributes.alt ?? kids.map((kid) => (kid.kind === 'element' ? altUnder(kid) : '')).join('');
}
