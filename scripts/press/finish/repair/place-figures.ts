import { unitBox } from '../content/bounds.ts';
import { type Box, joined, transformed } from '../content/geometry.ts';
import type { Mark } from '../content/pages.ts';
import type { Element } from '../structure/element.ts';
import type { Rule } from './rule.ts';

/** Says where each figure stands on its page (ISO 32000-1, table 346): around all that it draws there. */
export const placeFigures: Rule = {
  types: ['Figure'],
  repair(figure): Element {
    const marks = figure.kids.flatMap((kid) => (kid.kind === 'content' ? [kid.mark] : []));
    const page = marks[0]?.stream.page;
    const box = marks.filter(({ stream }) => stream.page === page).reduce<Box | undefined>(around, undefined);
    return box ? { ...figure, attributes: { ...figure.attributes, box } } : figure;
  },
};

function around(box: Box | undefined, { stream, units }: Mark): Box | undefined {
  return units.reduce((all, unit) => {
    const own = unitBox(stream.content.bytes, unit);
    return own ? joined(all, transformed(own, stream.toPage)) : all;
  }, box);
}
