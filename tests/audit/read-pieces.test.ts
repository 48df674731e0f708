import { expect, test } from 'vitest';
import type { PrintedPiece } from '../../scripts/press/audit/printed-piece.ts';
import { readPieces } from '../../scripts/press/audit/read-pieces.ts';

/** "origin: text", a piece a line. */
function told({ origin, text }: PrintedPiece): string {
  const named = Object.values(origin).join(' ');
  return `${named}: ${text.trim()}`;
}

test.each([
  [
    'a paragraph with a fact and a note',
    '<p>In 2020 <span class="fact" data-fact="aid">$5 <b>million</b></span> went.<sup class="note-call"><a>7</a></sup></p>',
    ['typed: In 2020', 'fact aid: $5 million', 'typed: went.', 'counted: 7'],
  ],
  ['a claim', '<p><span class="claim" data-fact="aid">5</span></p>', ['claim aid: 5']],
  [
    'a cell of a table',
    '<td><span data-cell="table harm 2 killed">1,277</span></td>',
    ['cell table harm 2 killed: 1,277'],
  ],
  ['a table of the appendix', '<table id="data-chart-x-y"><td>5</td></table>', ['appendix chart x-y: 5']],
  [
    'a reference',
    '<p>as <a href="#chart-x">Figure 3</a> shows</p>',
    ['typed: as', 'counted: Figure 3', 'typed: shows'],
  ],
  ['a record', '<p><span data-cites="apa">“1,277 killed”</span>.</p>', ['citation apa: “1,277 killed”', 'typed: .']],
  [
    'a drawing: what is said in its place, and each label with its part',
    '<svg data-drawing="chart-x" aria-label="Two bars"><g data-part="axis-label"><text>0</text><text>5</text></g></svg>',
    ['drawn chart x alternative: Two bars', 'drawn chart x axis-label: 0', 'drawn chart x axis-label: 5'],
  ],
  ['an image', '<p><img alt="5 boats"></p>', ['typed: 5 boats']],
  ['what is not shown', '<head><title>5</title></head><body hidden>5</body>', []],
])('%s is told by what it comes from', (_, html, pieces) => {
  expect(readPieces(html).map(told)).toEqual(pieces);
});

test('a piece has the place of the nearest thing around it that has one', () => {
  const html = '<p data-source="a.md:3:1">x <span data-source="b.yaml:1:8">y</span></p><p>z</p>';
  expect(readPieces(html).map(({ place }) => place)).toEqual([
    { file: 'a.md', line: 3, column: 1 },
    { file: 'b.yaml', line: 1, column: 8 },
    undefined,
  ]);
});

test('pieces of one block are read on, those of two are not', () => {
  const blocks = readPieces('<p>a <em>b</em></p><ul><li>c</li><li>d</li></ul>').map(({ block }) => block);
  expect(new Set(blocks).size).toBe(3);
});
