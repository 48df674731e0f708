import { expect, test } from 'vitest';
import { joinLinks } from '../../../scripts/press/finish/repair/links.ts';
import { applyRules } from '../../../scripts/press/finish/repair/rule.ts';
import type { Element } from '../../../scripts/press/finish/structure/element.ts';
import { annotation, tag } from '../tags.ts';

/** The boxes that are left of a link with these, each as "left bottom right top". */
function left(...boxes: readonly string[]): readonly string[] {
  const kids = boxes.map((box, index) => {
    const [l = 0, b = 0, r = 0, t = 0] = box.split(' ').map(Number);
    return annotation(index, { left: l, bottom: b, right: r, top: t });
  });
  const [link] = applyRules(tag('Document', tag('Link', 'a', ...kids)), [joinLinks]).kids as readonly Element[];
  return (link?.kids ?? []).flatMap((kid) => {
    if (kid.kind !== 'annotation') return [];
    return `${kid.box.left} ${kid.box.bottom} ${kid.box.right} ${kid.box.top}`;
  });
}

test.each([
  ['side by side on a line are one', ['0 0 10 12', '10 0 30 12', '31 1 40 11'], ['0 0 40 12']],
  ['side by side from right to left are one', ['30 0 40 12', '10 0 30 12'], ['10 0 40 12']],
  ['on two lines stay two', ['90 20 100 32', '0 0 40 12'], ['90 20 100 32', '0 0 40 12']],
  ['in two columns stay two', ['0 0 40 12', '60 0 90 12'], ['0 0 40 12', '60 0 90 12']],
])('parts of a link %s', (_, boxes, expected) => {
  expect(left(...boxes)).toEqual(expected);
});
