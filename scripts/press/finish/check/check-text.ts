import type { Element } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';
import type { TextReader } from '../text/text-reader.ts';

/**
 * Checks that repair has moved no text and lost none.
 *
 * @param before the tags in which nothing is repeated
 * @throws Error that quotes the first text that is not where it was
 */
export function checkText(before: Element, after: Element, textOf: TextReader): void {
  const isText = (mark: ReturnType<typeof marksUnder>[number]) => mark.units.some(({ paint }) => paint === 'text');
  const left = marksUnder(after).filter(isText).values();
  for (const mark of marksUnder(before).filter(isText)) {
    if (left.next().value === mark) continue;
    throw new Error(`the text "${textOf(mark)}" on page ${mark.stream.page} has not kept its place among the tags`);
  }
}
