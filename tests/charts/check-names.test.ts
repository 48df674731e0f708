import { expect, test } from 'vitest';
import { checkNames } from '../../scripts/press/charts/map/check-names.ts';
import { mapSchema } from '../../scripts/press/read/schemas/figures.ts';
import { at, pressFor, tableFrom } from './chart-press.ts';

const map = {
  at,
  value: mapSchema.parse({
    title: 'Mali',
    alt: 'Mali',
    source: 's',
    height: 200,
    country: 'Mali',
    places: { dataset: 'places' },
    regions: ['Mopti', 'Ségou'],
  }),
};
const places = tableFrom(
  ['name', 'kind', 'lon', 'lat'],
  ['Bamako', 'capital', -7.98, 12.61],
  ['Gao', 'town', -0.04, 16.27],
  ['Kidal', 'town', 1.41, 18.44],
);

test('towns and regions of a map that no section names are told, and the capital is not', () => {
  const press = pressFor();
  const markdown = ['# Gaoua', 'From Mopti to Gaoua, and to **Kidal**.', 'In Se\u0301gou.'].join('\n\n');
  checkNames(map, places, [{ name: 'text', file: 'en/10-text.md', markdown }], press.report);
  expect(press.messages()).toEqual([
    'places map-name: "Gao" stands on the map, and no section names it; leave it out of the map, or speak of it in the text',
  ]);
});

test('a region is told where it is listed', () => {
  const press = pressFor();
  checkNames(map, tableFrom(['name', 'kind']), [], press.report);
  expect(press.messages().map((line) => line.split(':')[0])).toEqual(['regions.0 map-name', 'regions.1 map-name']);
});
