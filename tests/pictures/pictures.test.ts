import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { writeWhole } from '../../scripts/cli/write-whole.ts';
import type { PrintedBlock } from '../../scripts/press/verify/printed-blocks.ts';
import { choosePages } from '../../scripts/tools/pictures/editions.ts';
import { crop, encodePng, type Picture, sheetOf, treated } from '../../scripts/tools/pictures/picture.ts';

function plain(width: number, height: number, [red, green, blue]: readonly number[]): Picture {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < pixels.length; at += 4) pixels.set([red ?? 0, green ?? 0, blue ?? 0, 255], at);
  return { width, height, pixels };
}

const pixel = ({ width, pixels }: Picture, x: number, y: number) => [
  ...pixels.subarray((y * width + x) * 4).slice(0, 3),
];

test('a sheet has a row for each edition, with every page at its place', () => {
  const [red, blue] = [plain(4, 6, [200, 0, 0]), plain(4, 6, [0, 0, 200])];
  const sheet = sheetOf([[red, red, red], [blue]], 2);
  expect([sheet.width, sheet.height]).toEqual([2 + 3 * 6, 2 + 2 * 8]);
  expect([2, 8, 14].map((x) => pixel(sheet, x, 2))).toEqual([red, red, red].map((page) => pixel(page, 0, 0)));
  expect(pixel(sheet, 2, 10)).toEqual([0, 0, 200]);
  expect(pixel(sheet, 8, 10)).toEqual([208, 208, 208]);
});

test('in grey no pixel has a colour, and lightness keeps its order', () => {
  const greys = ['#1d1d1b', '#8f5a14', '#7a9e9f', '#ffffff'].map((hex) => {
    const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return pixel(treated(plain(1, 1, rgb), 'grey'), 0, 0);
  });
  for (const [red, green, blue] of greys) expect([green, blue]).toEqual([red, red]);
  const levels = greys.map(([red]) => red ?? 0);
  expect(levels).toEqual(levels.toSorted((a, b) => a - b));
});

test('with deuteranopia red and green of one lightness look alike, and white stays white', () => {
  const [red, green] = [
    treated(plain(1, 1, [180, 80, 60]), 'deuteranopia'),
    treated(plain(1, 1, [90, 120, 60]), 'deuteranopia'),
  ];
  const apart = pixel(red, 0, 0).map((value, channel) => Math.abs(value - (pixel(green, 0, 0)[channel] ?? 0)));
  expect(Math.max(...apart)).toBeLessThan(45);
  expect(pixel(treated(plain(1, 1, [255, 255, 255]), 'deuteranopia'), 0, 0)).toEqual([255, 255, 255]);
});

test('a part that is cut out is that part, and a PNG gives back its pixels', () => {
  const sheet = sheetOf([[plain(3, 3, [10, 20, 30])]], 1);
  const part = crop(sheet, { left: 1, top: 1, width: 3, height: 3 });
  const read = PNG.sync.read(Buffer.from(encodePng(part)));
  expect([...read.data]).toEqual([...plain(3, 3, [10, 20, 30]).pixels]);
});

test('pages are chosen by what stands on them', () => {
  const place = { file: 'a.md', line: 1, column: 1 };
  const block = (type: string, page: number, lines: number, size = 10): PrintedBlock => {
    const [first, ...rest] = Array.from({ length: lines }, () => ({ left: 0, right: size, bottom: 0, top: size }));
    if (!first) throw new Error('a block has a line');
    return { type, aside: false, text: '', place, fragments: [{ page, lines: [first, ...rest] }], pages: [page] };
  };
  const blocks = [
    block('P', 2, 20),
    block('P', 3, 5),
    block('Figure', 3, 1, 300),
    block('P', 4, 40),
    block('P', 5, 60),
  ];
  expect(choosePages(blocks, 5, 7)).toEqual({ cover: 1, text: 4, chart: 3, notes: 6 });
});

test('a picture appears whole, and nothing is left beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  try {
    await writeWhole(join(folder, 'docs/a.png'), encodePng(plain(1, 1, [0, 0, 0])));
    expect(await readdir(join(folder, 'docs'))).toEqual(['a.png']);
    expect((await readFile(join(folder, 'docs/a.png'))).subarray(1, 4).toString()).toBe('PNG');
  } finally {
    await rm(folder, { recursive: true });
  }
});
