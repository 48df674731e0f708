import { expect, test } from 'vitest';
import { placeFigures } from '../../../scripts/press/finish/repair/figures.ts';
import { applyRules } from '../../../scripts/press/finish/repair/rule.ts';
import type { Element, Kid } from '../../../scripts/press/finish/structure/element.ts';
import { tag, text, textAt } from '../tags.ts';

/** The box of a figure, rounded. */
function boxOf(...kids: readonly Kid[]): readonly number[] | undefined {
  const [figure] = applyRules(tag('Document', tag('Figure', ...kids)), [placeFigures]).kids as readonly Element[];
  const box = figure?.attributes.box;
  return box && [box.left, box.bottom, box.right, box.top].map(Math.round);
}

test('a figure stands around all that it draws on the first of its pages', () => {
  // Letters of 10 points reach 9 above their line, and 2.5 below.
  expect(boxOf(textAt('1 20 100', 'a'), textAt('1 60 140', 'b'))).toEqual([20, 98, 66, 149]);
  expect(boxOf(textAt('1 20 100', 'a'), textAt('2 60 140', 'b'))).toEqual([20, 98, 26, 109]);
});

test('a form of a figure stands where its page draws it', () => {
  const kid = textAt('1 20 100', 'a');
  if (kid.kind !== 'content') throw new Error('no content');
  const { stream, units } = kid.mark;
  const moved: Kid = { kind: 'content', mark: { units, stream: { ...stream, toPage: [2, 0, 0, 2, 100, 0] } } };
  expect(boxOf(moved)).toEqual([140, 195, 152, 218]);
});

test('a figure that draws nothing that can be seen has no place', () => {
  expect(boxOf(text('a'))).toBeUndefined();
});
