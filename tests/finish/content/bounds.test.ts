import { expect, test } from 'vitest';
import { unitBox } from '../../../scripts/press/finish/content/bounds.ts';
import type { Unit } from '../../../scripts/press/finish/content/content.ts';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';

/** The box of the last unit of a stream: left, bottom, right, top. */
function boxOf(content: string): readonly number[] | undefined {
  const bytes = Buffer.from(content);
  const form = { left: 2, bottom: 3, right: 52, top: 33 };
  const node = parseContent(bytes, 'drawing', (name) => (name === 'Form' ? form : undefined)).nodes.at(-1);
  const box = unitBox(bytes, (node?.kind === 'group' ? node.nodes.at(-1) : node) as Unit);
  return box && [box.left, box.bottom, box.right, box.top];
}

test.each([
  ['a rectangle', '1 2 3 4 re f', [1, 2, 4, 6]],
  ['a curve by its points', '0 0 m 1 5 9 5 10 0 c S', [0, 0, 10, 5]],
  ['a path on a turned page', '1 0 0 -1 0 100 cm 10 10 5 5 re f', [10, 85, 15, 90]],
  ['an image', '20 0 0 30 5 5 cm /X Do', [5, 5, 25, 35]],
  ['a form by its own box', '2 0 0 2 100 0 cm /Form Do', [104, 6, 204, 66]],
  ['a shading by what is not cut off', 'q 0 0 200 100 re W n 2 0 0 2 0 0 cm /S sh Q', [0, 0, 200, 100]],
  ['a shading of which nothing is cut off', '/S sh', [-14_400, -14_400, 14_400, 14_400]],
  ['text on its next lines', "BT /F 10 Tf 12 TL 100 50 Td T* (a) ' (b) ' ET", [100, 11.5, 106, 35]],
  ['text after a move that says how far lines are apart', 'BT /F 10 Tf 100 50 TD T* (a) Tj ET', [100, 97.5, 106, 109]],
  ['text that says how far its words and letters are apart', 'BT /F 10 Tf 5 TL 1 2 (a) " ET', [0, -7.5, 6, 4]],
  ['text by its font size', 'BT /F 10 Tf 1 0 0 1 100 50 Tm (a) Tj 20 0 Td (b) Tj ET', [100, 47.5, 126, 59]],
  ['what can be seen of it', 'q 0 0 4 4 re W n 2 2 9 9 re f Q', [2, 2, 4, 4]],
])('a box stands around %s', (_, content, expected) => {
  expect(boxOf(content)).toEqual(expected);
});
