import type { Mark } from '../pages/page-stream.ts';
import type { Element } from './element.ts';

/** All marked content of an element and of those within it, in reading order. */
export function marksUnder({ kids }: Element): readonly Mark[] {
  return kids.flatMap((kid) => {
    if (kid.kind === 'element') return marksUnder(kid);
    return kid.kind === 'content' ? [kid.mark] : [];
  });
}
