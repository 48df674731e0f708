import { expect, test } from 'vitest';
import type { Face } from '../../scripts/press/charts/text-metrics.ts';
import { metrics } from './chart-press.ts';

const face: Face = { family: 'Source Sans 3', weight: 400, style: 'normal', size: 9 };

// Widths as Chromium 153 sets these texts with the same files (getComputedTextLength, geometricPrecision).
test.each([
  ['Humanitarian and health', face, 94.16],
  ['$146 million', { ...face, size: 12, weight: 600 }, 63.25],
  ['Łódź, Ménaka', face, 51.61],
  ['To AVATAR, 16.56', face, 63.22],
  ['Komadugu Yobe', { ...face, size: 8, style: 'italic' } as const, 53.31],
])('"%s" is as wide as in the browser', (text, set, width) => {
  expect(Math.abs(metrics.width(text, set) - width)).toBeLessThan(0.1);
});

test('kerning counts', () => {
  expect(metrics.width('To', face)).toBeLessThan(metrics.width('T', face) + metrics.width('o', face));
});

test('a bolder face is wider, and a weight that is not there takes the nearest', () => {
  const width = (weight: number) => metrics.width('Civilians killed', { ...face, weight });
  expect(width(600)).toBeGreaterThan(width(400));
  expect(width(500)).toBe(width(400));
  expect(width(900)).toBe(width(700));
});

test('the same letter, composed or not, has one width', () => {
  expect(metrics.width('Me\u0301naka', face)).toBe(metrics.width('Ménaka', face));
});

test('spaces side by side are set as one', () => {
  expect(metrics.width('266  Jan–Jun', face)).toBe(metrics.width('266 Jan–Jun', face));
});
