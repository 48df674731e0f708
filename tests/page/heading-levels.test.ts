import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { headingLevels } from '../../scripts/press/page/heading-levels.ts';

const placed = (index: number) => `<div data-placed="${index}"></div>`;

test.each([
  ['one below the section’s, where none is nearer', `<p>a</p>${placed(0)}`, [[0, 3]]],
  [
    'one below the last heading before it',
    `<h3>a</h3>${placed(0)}<h4>b</h4>${placed(1)}<h3>c</h3>${placed(2)}`,
    [
      [0, 4],
      [1, 5],
      [2, 4],
    ],
  ],
  ['that of the heading that it is grouped with', `<div><h3>a</h3>${placed(0)}</div>`, [[0, 4]]],
  ['never lower than HTML has', `<h6>a</h6>${placed(0)}`, [[0, 6]]],
])('a block’s heading is %s', (_, html, levels) => {
  expect([...headingLevels(fromHtml(html, { fragment: true }), 2)]).toEqual(levels);
});
