import { expect, test } from 'vitest';
import { locatePieces } from '../../scripts/press/audit/locate-pieces.ts';
import { readPieces } from '../../scripts/press/audit/read-pieces.ts';

/** The page of each piece, by its text. */
function pagesOf(html: string, laid: readonly (readonly [number, string])[]) {
  const pieces = readPieces(html);
  const pageOf = locatePieces(
    pieces,
    laid.map(([page, text]) => ({ page, text })),
  );
  return Object.fromEntries(pieces.map((piece) => [piece.text, pageOf(piece, 0)]));
}

const drawing = '<svg data-drawing="chart-x" aria-label="Bars"><text>5</text><text>3</text></svg>';

test('the same number on two pages is told apart by its order', () => {
  const html = '<p>one</p><td>7</td><p>two</p><td>7 </td>';
  expect(
    pagesOf(html, [
      [1, 'one7'],
      [2, 'two7'],
    ]),
  ).toEqual({ one: 1, '7': 1, two: 2, '7 ': 2 });
});

test('a label is on the page of its drawing, in whatever order labels are tagged', () => {
  const laid = [
    [1, 'five 5'],
    [2, 'title'],
    [2, '3 5'],
    [3, 'after 3'],
  ] as const;
  const html = `<p>five 5</p><p>title</p>${drawing}<p>after 3</p>`;
  expect(pagesOf(html, laid)).toMatchObject({ Bars: 2, '5': 2, '3': 2 });
});

test('a number in a paragraph that goes on over the page has the page that it stands on', () => {
  const pieces = readPieces('<p>From 1990 on, and to 2018.</p>');
  const pageOf = locatePieces(pieces, [
    { page: 4, text: 'From 1990 on,' },
    { page: 5, text: 'and to 2018.' },
  ]);
  const [piece] = pieces;
  expect(piece && [5, 21].map((offset) => pageOf(piece, offset))).toEqual([4, 5]);
});

test('capitals, hyphens and more text in between are no hindrance', () => {
  const html = '<h2>Al-Shabaab</h2><p>9</p>';
  expect(
    pagesOf(html, [
      [1, 'running head'],
      [3, 'ALSHABAAB'],
      [3, '1.'],
      [4, '9'],
    ]),
  ).toEqual({ 'Al-Shabaab': 3, '9': 4 });
});
