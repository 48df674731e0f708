import { expect, test } from 'vitest';
import type { Matrix } from '../../../scripts/press/finish/content/geometry.ts';
import { artifactOf } from '../../../scripts/press/finish/repair/artifacts.ts';
import { textAt } from '../tags.ts';

const body = { left: 10, bottom: 50, right: 90, top: 150 };

/** What text of 10 points is that stands so high in its stream. */
function artifactAt(bottom: number, toPage: Matrix = [1, 0, 0, 1, 0, 0]): string | undefined {
  const kid = textAt(`1 20 ${bottom}`, 'word');
  if (kid.kind !== 'content') return undefined;
  return artifactOf(body)(kid.mark.units[0], { ...kid.mark.stream, toPage });
}

test.each([
  ['above the body is a running head', 160, /Header.*Top/],
  ['below the body is a running foot', 30, /Footer.*Bottom/],
  ['in the body decorates it', 100, /Layout/],
  ['across the upper edge of the body decorates it', 145, /Layout/],
])('what no tag holds and stands %s', (_, bottom, expected) => {
  expect(artifactAt(bottom)).toMatch(expected);
});

test('a form stands where its page draws it', () => {
  expect(artifactAt(20, [1, 0, 0, 1, 0, 140])).toMatch(/Header/);
});

test('what paints nothing that can be seen decorates', () => {
  const kid = textAt('1 20 160', 'word');
  if (kid.kind !== 'content') throw new Error('no content');
  const [unit] = kid.mark.units;
  expect(artifactOf(body)({ ...unit, end: 0 }, kid.mark.stream)).toMatch(/Layout/);
});
