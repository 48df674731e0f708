import type { Page } from '../content/pages.ts';
import { isArray, isDictionary, isReference } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Element } from '../structure/element.ts';

/**
 * Checks that each annotation is a link and that one tag holds it (ISO 14289-1, 7.18).
 *
 * @param print the tags as they were read: several annotations of a link may be made one later
 * @throws Error that names the page of the first of which that is not so
 */
export function checkAnnotations(pdf: PdfFile, pages: readonly Page[], print: Element): void {
  const times = timesHeld(print);
  for (const { number, entries } of pages) {
    const annotations = pdf.resolve(entries.get('Annots'));
    for (const annotation of isArray(annotations) ? annotations : []) {
      const value = pdf.resolve(annotation);
      const subtype = isDictionary(value) ? value.get('Subtype') : undefined;
      if (subtype !== '/Link') throw new Error(`page ${number} has an annotation that is no link (${String(subtype)})`);
      const held = isReference(annotation) ? times.get(annotation.number) : undefined;
      if (held !== 1) throw new Error(`a link on page ${number} has ${held === undefined ? 'no tag' : `${held} tags`}`);
    }
  }
}

/** How many times tags hold each annotation, by its number. */
function timesHeld(print: Element): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  const visit = ({ kids }: Element): void => {
    for (const kid of kids) {
      if (kid.kind === 'element') visit(kid);
      if (kid.kind !== 'annotation') continue;
      const { number } = kid.annotation;
      times.set(number, (times.get(number) ?? 0) + 1);
    }
  };
  visit(print);
  return times;
}

/**
 * Checks that each annotation is in the tag of a link, and says in words what it is (ISO 14289-1, 7.18.5).
 *
 * @throws Error that names the page of the first of which that is not so
 */
export function checkLinkTags(document: Element, pages: readonly Pick<Page, 'reference' | 'number'>[]): void {
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
