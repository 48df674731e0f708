import { expect, test } from 'vitest';
import { readAtlas } from '../../scripts/press/read/atlas.ts';
import { memoryFiles } from '../../scripts/press/read/files.ts';

const river = (name: string) => ({
  type: 'Feature',
  properties: { name, scalerank: 3 },
  geometry: {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  },
});

test('the atlas has the countries of the series, and the rivers of the project', () => {
  const atlas = readAtlas(
    memoryFiles({ 'data/rivers.geojson': JSON.stringify({ features: [river('Niger'), river('Bani')] }) }),
  );
  expect(atlas.countries.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ethiopia', 'Nigeria', 'Mali']));
  expect(atlas.rivers.map(({ name }) => name)).toEqual(['Niger', 'Bani']);
});

test('a border between two countries is one line, and none runs inside a country', () => {
  const atlas = readAtlas(memoryFiles({}));
  const points = (...names: string[]) => atlas.borders(new Set(names)).coordinates.flat().length;
  expect(points('Mali', 'Niger')).toBeLessThan(points('Mali') + points('Niger'));
  expect(points('Mali', 'Niger')).toBeGreaterThan(points('Mali'));
});

test('a project without rivers has none; one whose rivers cannot be read says so', () => {
  expect(readAtlas(memoryFiles({})).rivers).toEqual([]);
  expect(() => readAtlas(memoryFiles({ 'data/rivers.geojson': '{"features":[{}]}' }))).toThrow(
    'reading data/rivers.geojson failed',
  );
});

test('the neighbours of a country are those that it shares a border with', () => {
  const next = readAtlas(memoryFiles({})).neighboursOf('Ethiopia');
  expect([...next].sort()).toEqual(['Djibouti', 'Eritrea', 'Kenya', 'Somalia', 'South Sudan', 'Sudan']);
});

test('regions that cannot be read say so', () => {
  expect(readAtlas(memoryFiles({})).regions).toEqual([]);
  expect(() => readAtlas(memoryFiles({ 'data/regions.geojson': '{"features":[{}]}' }))).toThrow(
    'reading data/regions.geojson failed',
  );
});
