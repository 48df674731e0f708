import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawMap } from '../../scripts/press/charts/draw-map.ts';
import type { Table } from '../../scripts/press/data/table.ts';
import { readAtlas } from '../../scripts/press/read/atlas.ts';
import { memoryFiles } from '../../scripts/press/read/files.ts';
import { mapSchema } from '../../scripts/press/read/schemas/figures.ts';
import { at, metrics, pressFor, tableFrom, textsOf } from './chart-press.ts';

const atlas = readAtlas(
  memoryFiles({
    'data/rivers.geojson': readFileSync('data/rivers.geojson'),
    'data/regions.geojson': readFileSync('data/regions.geojson'),
  }),
);
const columns = ['name', 'kind', 'lon', 'lat'];
const mali = tableFrom(
  columns,
  ['Bamako', 'capital', -7.97522, 12.60915],
  ['Mopti', 'town', -4.18296, 14.4843],
  ['Gao', 'town', -0.04472, 16.27167],
  ['Timbuktu', 'town', -3.00742, 16.77348],
  ['Kidal', 'town', 1.40921, 18.44345],
  ['Ménaka', 'town', 2.39609, 15.91985],
  ['Djenné', 'town', -4.55332, 13.90608],
  ['Bandiagara', 'town', -3.61038, 14.35005],
);
const ethiopia = tableFrom(
  columns,
  ['Addis Ababa', 'capital', 38.74689, 9.02497],
  ['Dessie', 'town', 39.63333, 11.13333],
  ['Kombolcha', 'town', 39.74339, 11.08155],
  ['Axum', 'town', 38.72337, 14.12109],
);
const nigeria = tableFrom(
  columns,
  ['Abuja', 'capital', 7.49508, 9.05785],
  ['Lagos', 'town', 3.39467, 6.45407],
  ['Maiduguri', 'town', 13.15712, 11.84692],
  ['Damaturu', 'town', 11.96083, 11.74697],
  ['Rann', 'town', 14.46552, 12.26938],
);

function draw(country: string, rivers: readonly unknown[], places: Table, more: object = {}) {
  const press = pressFor();
  const value = mapSchema.parse({
    title: 'Title',
    alt: 'Alt',
    source: 's',
    width: 'text',
    height: 280,
    country,
    rivers,
    places: { dataset: 'places' },
    ...more,
  });
  const map = { value, at };
  const drawing = drawMap({ name: 'locator', map, alt: 'Where it is', places, atlas, language: 'en' }, press);
  return { drawing, svg: drawing?.svg ?? '', messages: press.messages() };
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxesOf(svg: string): readonly Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)</g)].map(([, attributes = '', text = '']) => {
    const read = (name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const size = Number(read('font-size'));
    const style = read('font-style') === 'italic' ? 'italic' : 'normal';
    const half =
      metrics.width(text, { family: 'Source Sans 3', size, weight: Number(read('font-weight') ?? 400), style }) / 2;
    const [x, y] = [Number(read('x')), Number(read('y'))];
    return { text, left: x - half, right: x + half, top: y - 0.66 * size, bottom: y + 0.15 * size };
  });
}

const maps = [
  ['Mali', ['Niger', 'Bani', 'Sénégal'], mali, ['Algeria', 'Mauritania', 'Niger', 'Burkina Faso', 'Guinea']],
  ['Ethiopia', ['Abay', 'Awash', 'Shebele'], ethiopia, ['Sudan', 'Eritrea', 'Kenya', 'Somalia']],
  ['Nigeria', ['Niger', 'Benue'], nigeria, ['Niger', 'Chad', 'Cameroon', 'Benin']],
] as const;

test.each(maps)(
  'the map of %s names the country, its places, rivers and neighbours',
  (country, rivers, places, neighbours) => {
    const { svg, messages } = draw(country, rivers, places);
    expect(messages).toEqual([]);
    const names = places.rows.map(({ name }) => (name?.kind === 'text' ? name.text : ''));
    expect(textsOf(svg)).toEqual(expect.arrayContaining([country, ...names, ...rivers, '200 km']));
    expect(textsOf(svg).join(' ')).toEqual(expect.stringContaining(neighbours[0]));
    for (const neighbour of neighbours) expect(textsOf(svg)).toContain(neighbour);
  },
);

test.each(maps)('no name on the map of %s meets another or leaves the map', (country, rivers, places) => {
  const boxes = boxesOf(draw(country, rivers, places).svg);
  for (const [index, one] of boxes.entries()) {
    expect(one.left >= 0 && one.right <= 318 && one.top >= 0 && one.bottom <= 280, one.text).toBe(true);
    for (const other of boxes.slice(index + 1)) {
      const meets =
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      expect(meets, `${one.text} and ${other.text}`).toBe(false);
    }
  }
});

test.each(maps)(
  'every place on the map of %s has its name nearer to its mark than any other name',
  (country, rivers, places) => {
    const { svg } = draw(country, rivers, places);
    const names = places.rows.map(({ name }) => (name?.kind === 'text' ? name.text : ''));
    // The capital's mark has two circles.
    const marks = [
      ...new Set([...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => `${x} ${y}`)),
    ].map((pair) => pair.split(' ').map(Number));
    const boxes = boxesOf(svg);
    expect(marks).toHaveLength(names.length);
    names.forEach((name, index) => {
      const [x = 0, y = 0] = marks[index] ?? [];
      const distance = (text: string): number => {
        const box = boxes.find((other) => other.text === text);
        if (!box) throw new Error(`no label "${text}"`);
        return Math.hypot(Math.max(0, box.left - x, x - box.right), Math.max(0, box.top - y, y - box.bottom));
      };
      for (const other of names.filter((each) => each !== name)) {
        expect(distance(name), `${name} and ${other}`).toBeLessThan(distance(other));
      }
    });
  },
);

test('lines stop short of names, and no name is in the drawing twice', () => {
  const { svg } = draw('Ethiopia', ['Abay'], ethiopia);
  const clip = /<clipPath id="map-locator-lines"><path d="([^"]*)" clip-rule="evenodd"/.exec(svg)?.[1] ?? '';
  const holes = [...clip.matchAll(/M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)H/g)]
    .slice(1)
    .map((hole) => hole.slice(1).map(Number));
  const boxes = boxesOf(svg);
  expect(holes).toHaveLength(boxes.length);
  for (const [index, { left, right, top, bottom, text }] of boxes.entries()) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = holes[index] ?? [];
    expect(x1 < left && y1 < top && x2 > right && y2 > bottom, text).toBe(true);
  }
  expect(svg).toMatch(/<g clip-path="url\(#map-locator-lines\)"><path/);
  expect(new Set(textsOf(svg)).size).toBe(textsOf(svg).length);
});

test('a neighbour that is too narrow for its name has it over its edges; land that is no neighbour goes without', () => {
  expect(textsOf(draw('Ethiopia', [], ethiopia, { width: 'wide', height: 276 }).svg)).toContain('Djibouti');
  expect(textsOf(draw('Nigeria', [], nigeria, { width: 'wide', height: 276 }).svg)).not.toContain('Togo');
});

/** The points of a path that is made of M and L. */
function pointsOf(d: string): readonly (readonly [number, number])[] {
  return [...d.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
}

test.each(maps)(
  'the outline of %s is drawn whole, and no name but a crowded place’s stands on it',
  (country, rivers, places) => {
    const { svg } = draw(country, rivers, places, { width: 'wide', height: 244 });
    const outline = /<\/g><path d="([^"]*)" fill="none" stroke="#[0-9a-f]{6}" stroke-width="0.75"/.exec(svg)?.[1] ?? '';
    const points = pointsOf(outline);
    expect(points.length).toBeGreaterThan(100);
    const towns = places.rows.flatMap(({ name }) => (name?.kind === 'text' ? name.text : []));
    for (const { text, left, right, top, bottom } of boxesOf(svg).filter((box) => !towns.includes(box.text))) {
      expect(
        points.filter(([x, y]) => x > left && x < right && y > top && y < bottom),
        text,
      ).toEqual([]);
    }
  },
);

test('regions have their names apart from those of places, and their borders where they are not the country’s', () => {
  const regions = ['Tigray', 'Amhara', 'Afar'];
  const { svg, messages } = draw('Ethiopia', ['Abay'], ethiopia, { regions, width: 'wide', height: 244 });
  expect(messages).toEqual([]);
  for (const region of regions) expect(svg).toMatch(new RegExp(`letter-spacing="0.72"[^>]*>${region}<`));
  expect(svg).not.toMatch(/letter-spacing="0.72"[^>]*>Axum</);
});

test('a river of several names in the atlas is one under the name that an author gives it', () => {
  const rivers = ['Abay', { name: 'El Bahr el Azraq', label: 'Abay' }];
  const { svg } = draw('Ethiopia', rivers, ethiopia);
  expect(textsOf(svg).filter((text) => text === 'Abay')).toHaveLength(1);
  expect(textsOf(svg)).not.toContain('El Bahr el Azraq');
  expect(svg.match(/stroke-width="1"/g)?.length).toBeGreaterThan(
    draw('Ethiopia', ['Abay'], ethiopia).svg.match(/stroke-width="1"/g)?.length ?? 0,
  );
});

test('a name stands off its place by as much as an author says', () => {
  const where = (labels: object) =>
    boxesOf(draw('Mali', [], mali, { labels }).svg).find(({ text }) => text === 'Algeria');
  const [before, after] = [where({}), where({ Algeria: { dx: 7, dy: -3 } })];
  expect((after?.left ?? 0) - (before?.left ?? 0)).toBeCloseTo(7);
  expect((after?.top ?? 0) - (before?.top ?? 0)).toBeCloseTo(-3);
});

test('countries have their names in full, with the apostrophe of print', () => {
  const texts = textsOf(draw('Mali', [], mali, { width: 'wide', height: 244 }).svg);
  expect(texts).toContain('Côte d’Ivoire');
  const names = atlas.countries.map(({ name }) => name).filter((name) => name !== 'U.S. Virgin Islands');
  expect(names.filter((name) => /\.|'/.test(name))).toEqual([]);
});

test('the capital is set apart by its mark and by bold type', () => {
  const { svg } = draw('Mali', [], mali);
  expect(svg).toMatch(/font-weight="600"[^>]*>Bamako</);
  expect(svg).not.toMatch(/font-weight="600"[^>]*>Gao</);
  expect(svg.match(/<circle[^>]*stroke=/g)).toHaveLength(1);
});

test('the scale is as long as its kilometres are on the paper', () => {
  const { svg } = draw('Mali', [], mali);
  const dot = (name: string): readonly [number, number] => {
    const index = mali.rows.findIndex((row) => row.name?.kind === 'text' && row.name.text === name);
    // The capital's mark has two circles, and it stands first.
    const circle = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)][index + 1];
    return [Number(circle?.[1]), Number(circle?.[2])];
  };
  const [timbuktu, gao] = [dot('Timbuktu'), dot('Gao')];
  const apart = Math.hypot(timbuktu[0] - gao[0], timbuktu[1] - gao[1]);
  const bar =
    /<path d="M([\d.]+),[\d.]+L[\d.]+,[\d.]+L([\d.]+),[\d.]+L[\d.]+,[\d.]+" fill="none"[^>]*\/><text[^>]*>200 km/.exec(
      svg,
    );
  const length = Number(bar?.[2]) - Number(bar?.[1]);
  // From Timbuktu to Gao it is 320 km as the crow flies.
  expect((200 * apart) / length).toBeGreaterThan(310);
  expect((200 * apart) / length).toBeLessThan(330);
});

test('a land without a seat of its own in the United Nations is drawn with its state', () => {
  const { svg } = draw('Ethiopia', [], ethiopia);
  expect(textsOf(svg)).not.toContain('Somaliland');
});

test('an author can choose the side of a label', () => {
  const aligned = (side: string) => tableFrom([...columns, 'align'], ['Kidal', 'town', 1.40921, 18.44345, side]);
  const label = (side: string) => boxesOf(draw('Mali', [], aligned(side)).svg).find(({ text }) => text === 'Kidal');
  expect(label('left')?.right).toBeLessThan(label('right')?.left ?? 0);
});

test.each([
  [
    { regions: ['Tigrai'] },
    'regions.0 map-feature: the atlas has no region of Ethiopia "Tigrai"; did you mean "Tigray"?',
  ],
  [
    { labels: { Sudann: { dx: 1 } } },
    'labels.Sudann map-feature: no name "Sudann" stands on the map; did you mean "Sudan"?',
  ],
])('a map with %j cannot be drawn, and says why', (more, message) => {
  const { drawing, messages } = draw('Ethiopia', [], ethiopia, more);
  expect(messages).toEqual([message]);
  expect(drawing).toBeUndefined();
});

test.each([
  ['Malli', [], mali, 'country map-feature: the atlas has no country "Malli"; did you mean "Mali"?'],
  ['Mali', ['Niger', 'Bany'], mali, 'rivers.1 map-feature: the atlas has no river "Bany"; did you mean "Bani"?'],
  [
    'Mali',
    [],
    tableFrom(['name', 'lon', 'lat'], ['Gao', 0, 16]),
    'places query-shape: the places of a map need the columns name, kind, lon, lat, and "kind" is not there; name them in the query: select name, kind, lon, lat from places',
  ],
  [
    'Mali',
    [],
    tableFrom(columns, ['Gao', 'village', 0, 16]),
    'places query-shape: the place "Gao" cannot be drawn; a place has a name, a kind (capital or town), and lon and lat as numbers',
  ],
])('%s with %j cannot be drawn, and says why', (country, rivers, places, message) => {
  const { drawing, messages } = draw(country, rivers, places);
  expect(messages).toContain(message);
  expect(drawing).toBeUndefined();
});

test('places that lie off the drawing are told at once, at the query that picks them', () => {
  const { drawing, messages } = draw('Chad', [], mali);
  expect(drawing).toBeUndefined();
  expect(messages).toEqual([
    'places.query map-feature: the places "Bamako", "Mopti", "Gao" and 5 more lie outside the map of Chad; correct the query that picks them, or their lon and lat in the data',
  ]);
});
