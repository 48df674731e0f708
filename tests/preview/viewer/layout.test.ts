import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../scripts/preview/viewer/model/address.ts';
import {
  type Arrangement,
  anchorAt,
  layOutPages,
  pagesIn,
  pointOf,
  readingPlace,
  type Zoom,
} from '../../../scripts/preview/viewer/model/layout.ts';
import { samePlace } from '../../../scripts/preview/viewer/model/store.ts';
import { stepZoom } from '../../../scripts/preview/viewer/views/zoom.ts';
import { places } from './fixture.ts';

const letter = { width: 612, height: 792 };
const viewport = { width: 1000, height: 700 };
const layout = (arrangement: Arrangement, zoom: Zoom, count = 5, size = viewport) =>
  layOutPages(Array(count).fill(letter), { arrangement, zoom, viewport: size });

test.each<[Arrangement, Zoom, number]>([
  ['single', 1, 816],
  ['single', 'width', 936],
  ['single', 'page', Math.round((636 / 792) * 612)],
  ['spread', 'width', 467],
  ['grid', 0.25, 204],
  ['grid', 'width', 210],
])('pages arranged as %s at a zoom of %s are so many pixels wide', (arrangement, zoom, width) => {
  expect(layout(arrangement, zoom).pages[0]?.width).toBe(width);
});

test('spreads begin with a page on the right, and pair the others', () => {
  const [cover, left, right] = layout('spread', 'width').pages;
  expect(cover?.left).toBe(right?.left);
  expect(left?.top).toBe(right?.top);
  expect(left?.left).toBeLessThan(right?.left ?? 0);
});

test.each([1, 2, 5, 14, 60])('a grid that fits shows all of %s pages without scrolling', (count) => {
  const { size, pages } = layout('grid', 'page', count);
  expect(size.height).toBeLessThanOrEqual(viewport.height + 1);
  expect(size.width).toBe(viewport.width);
  expect(pages).toHaveLength(count);
});

test('pages never lie over each other, whatever the arrangement and the window', () => {
  for (const arrangement of ['single', 'spread', 'grid'] as const) {
    for (const zoom of ['width', 'page', 0.1, 1, 8] as const) {
      for (const size of [viewport, { width: 300, height: 500 }]) {
        const { pages } = layout(arrangement, zoom, 7, size);
        for (const [index, page] of pages.entries()) {
          const over = pages
            .slice(index + 1)
            .filter(
              (other) =>
                other.left < page.left + page.width &&
                page.left < other.left + other.width &&
                other.top < page.top + page.height &&
                page.top < other.top + other.height,
            );
          expect(over, `${arrangement} ${zoom}`).toEqual([]);
        }
      }
    }
  }
});

test('a point of a page stays the same point when pages are laid out anew', () => {
  const [before, after] = [layout('single', 1), layout('single', 2)];
  const anchor = anchorAt(before, 400, 1_500);
  const { x, y } = pointOf(after, anchor);
  const page = after.pages[anchor.page];
  const old = before.pages[anchor.page];
  expect((x - (page?.left ?? 0)) / 2).toBeCloseTo(400 - (old?.left ?? 0));
  expect((y - (page?.top ?? 0)) / 2).toBeCloseTo(1_500 - (old?.top ?? 0));
});

test('the page that is read is the first that reaches the upper third, and says how far down it is', () => {
  const single = layout('single', 1);
  const second = single.pages[1]?.top ?? 0;
  const visible = { ...viewport, left: 0, top: second - viewport.height / 3 + 96 };
  expect(readingPlace(single, visible)).toEqual({ page: 1, y: expect.closeTo(72) });
  expect(pagesIn(single, visible, 0)).toEqual([0, 1]);
  expect(pagesIn(single, visible, 2)).toEqual([0, 1, 2]);
});

test.each([
  [1, 'in', 1.1],
  [1, 'out', 0.9],
  [0.997, 'in', 1.1],
  [0.6, 'in', 0.67],
  [8, 'in', 8],
  [0.1, 'out', 0.1],
] as const)('from %s a step %s leads to %s', (ratio, direction, next) => {
  expect(stepZoom(ratio, direction)).toBe(next);
});

test.each([
  ['#edition=mali&page=3&zoom=150', { edition: 'mali', page: 2, zoom: 1.5 }],
  [
    '#edition=mali&page=1&zoom=page&pages=grid&panel=look',
    { edition: 'mali', page: 0, zoom: 'page', arrangement: 'grid', panel: 'look' },
  ],
  ['#edition=r%C3%A9union&page=2&zoom=width', { edition: 'réunion', page: 1, zoom: 'width' }],
] as const)('the address %s is read and written the same', (fragment, address) => {
  expect(readAddress(fragment)).toEqual(address);
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test.each(['', '#', '#page=0&zoom=9999&pages=heap&panel=<b>', '#page=two&zoom='])(
  'of the address "%s" nothing is believed',
  (fragment) => {
    expect(readAddress(fragment)).toEqual({});
  },
);

test('a box is found again where its words are, however far it moved, and where it stood when its words changed', () => {
  const { boxes } = places;
  const moved = boxes.map((box) => ({ ...box, page: box.page + 1, y: box.y + 40 })).reverse();
  expect(moved[samePlace(boxes[2], moved) ?? -1]?.label).toBe('In 2020 the U.S. gave');
  const rewritten = boxes.map((box, index) => (index === 2 ? { ...box, label: 'In that year' } : box));
  expect(samePlace(boxes[2], rewritten)).toBe(2);
  expect(samePlace(boxes[2], [])).toBeUndefined();
});
