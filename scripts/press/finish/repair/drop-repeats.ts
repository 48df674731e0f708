import type { Mark } from '../pages/page-stream.ts';
import type { Element, Kid } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';
import { rebuild } from '../structure/rebuild.ts';
import type { TextReader } from '../text/text-reader.ts';

/**
 * Takes out what a row repeats: Chromium draws the head and the foot of a table on each of its pages, and tags them each
 * time. On a later page a row is a repeat when all of its cells say the same as on the first.
 */
export function dropRepeats(document: Element, textOf: TextReader): Element {
  return rebuild(document, (row): readonly Kid[] => {
    if (row.type !== 'TR') return [row];
    const marks = row.kids.map((kid) => (kid.kind === 'element' ? marksUnder(kid) : []));
    const pages = [...new Set(marks.flat().map(({ stream }) => stream.page))];
    const textsOn = (page: number) =>
      marks
        .map((cell) =>
          cell
            .filter(({ stream }) => stream.page === page)
            .map(textOf)
            .join(''),
        )
        .join('\n');
    const [first, ...later] = pages;
    if (first === undefined || later.length === 0) return [row];
    const repeated = new Set(later.filter((page) => textsOn(page) === textsOn(first)));
    return [without(row, ({ stream }) => repeated.has(stream.page))];
  });
}

function without(element: Element, isRepeat: (mark: Mark) => boolean): Element {
  return {
    ...element,
    kids: element.kids.flatMap((kid): readonly Kid[] => {
      if (kid.kind === 'element') return [without(kid, isRepeat)];
      return kid.kind === 'content' && isRepeat(kid.mark) ? [] : [kid];
    }),
  };
}
