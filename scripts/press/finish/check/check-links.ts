import type { Page } from '../content/pages.ts';
import type { Element } from '../structure/element.ts';

/**
 * Checks that each annotation is in the tag of a link, and says in words what it is (ISO 14289-1, 7.18.5).
 *
 * @throws Error that names the page of the first of which that is not so
 */
export function checkLinks(document: Element, pages: readonly Pick<Page, 'reference' | 'number'>[]): void {
  const numbers = new Map(pages.map(({ reference, number }) => [reference.number, number]));
  const visit = ({ type, kids }: Element, around: 'in a link' | 'elsewhere'): void => {
    const here = type === 'Link' ? 'in a link' : around;
    for (const kid of kids) {
      if (kid.kind === 'element') visit(kid, here);
      if (kid.kind !== 'annotation') continue;
      const page = numbers.get(kid.page.number);
      if (here === 'elsewhere') throw new Error(`a link on page ${page} is in no tag of a link`);
      if (kid.description.trim() === '') throw new Error(`a link on page ${page} has no words and no alternative text`);
    }
  };
  visit(document, 'elsewhere');
}
