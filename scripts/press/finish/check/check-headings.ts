import type { Element } from '../structure/element.ts';
import { headingLevel } from '../structure/kinds.ts';
import type { TextReader } from '../text/text-reader.ts';
import { textUnder } from '../text/text-under.ts';

/**
 * Checks that no heading skips a level (ISO 14289-1, 7.4.2).
 *
 * @throws Error that quotes the first heading that does
 */
export function checkHeadings(document: Element, textOf: TextReader): void {
  let before = 0;
  const visit = (element: Element): void => {
    const level = headingLevel(element);
    if (level !== undefined) {
      if (level > before + 1) {
        const after = before === 0 ? 'is the first' : `follows one of level ${before}`;
        throw new Error(`the heading "${textUnder(element, textOf)}" of level ${level} ${after}`);
      }
      before = level;
    }
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid);
  };
  visit(document);
}
