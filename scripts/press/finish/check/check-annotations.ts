import type { Draft } from '../file/draft.ts';
import { isArray, isDictionary, isReference } from '../file/objects.ts';
import type { Page } from '../pages/page-stream.ts';
import type { Element } from '../structure/element.ts';

/**
 * Checks that each annotation is a link and has its tag (ISO 14289-1, 7.18).
 *
 * @throws Error that names the page of the first that has none
 */
export function checkAnnotations(draft: Draft, pages: readonly Page[], document: Element): void {
  const tagged = annotationsUnder(document);
  for (const { number, entries } of pages) {
    const annotations = draft.resolve(entries.get('Annots'));
    for (const annotation of isArray(annotations) ? annotations : []) {
      const value = draft.resolve(annotation);
      const subtype = isDictionary(value) ? value.get('Subtype') : undefined;
      if (subtype !== '/Link') throw new Error(`page ${number} has an annotation that is no link (${String(subtype)})`);
      if (!isReference(annotation) || !tagged.has(annotation.number)) {
        throw new Error(`a link on page ${number} has no tag`);
      }
    }
  }
}

/** The numbers of all annotations that tags hold. */
function annotationsUnder(document: Element): ReadonlySet<number> {
  const numbers = new Set<number>();
  const visit = ({ kids }: Element): void => {
    for (const kid of kids) {
      if (kid.kind === 'element') visit(kid);
      else if (kid.kind === 'annotation') numbers.add(kid.annotation.number);
    }
  };
  visit(document);
  return numbers;
}
