import { expect, test } from 'vitest';
import { drawEdition, type EditionPress } from '../../scripts/press/charts/draw-edition.ts';
import { readAtlas } from '../../scripts/press/read/atlas.ts';
import type { Edition } from '../../scripts/press/read/edition.ts';
import { memoryFiles } from '../../scripts/press/read/files.ts';
import { chartSchema, mapSchema } from '../../scripts/press/read/schemas/figures.ts';
import { at, pressFor, tableFrom } from './chart-press.ts';

const captions = { title: 'Title', alt: { en: 'Deaths: :fact[killed]', fr: 'Morts' }, source: 's', height: 100 };
const spec = { mark: 'bar', encoding: { x: { field: 'n', type: 'quantitative' } } };
const chart = (more: object) => ({
  value: chartSchema.parse({ ...captions, spec, data: { query: 'good' }, ...more }),
  at,
});
const map = { value: mapSchema.parse({ ...captions, country: 'Mali', places: { dataset: 'places' } }), at };

const tables = new Map([
  ['good', tableFrom(['n'], [1], [2])],
  ['places', tableFrom(['name', 'kind', 'lon', 'lat'], ['Gao', 'town', -0.04, 16.27])],
]);

test('an edition’s charts and maps are drawn, and one without its data does not keep back the others', async () => {
  const asked: string[] = [];
  const messages = pressFor();
  const press: EditionPress = {
    ...messages,
    fill: (text) => text.replace(':fact[killed]', '1,277'),
    atlas: () => readAtlas(memoryFiles({})),
    async tableOf(source, place) {
      const name = 'query' in source ? source.query : source.dataset;
      asked.push(`${name} at ${place.file}`);
      return tables.get(name);
    },
  };
  const charts = new Map([
    ['lost', chart({ data: { query: 'bad' } })],
    ['half', chart({ more_data: { events: { query: 'bad' } } })],
    ['deaths', chart({})],
  ]);
  const edition = {
    language: 'en',
    sections: [{ markdown: 'In Gao.' }],
    charts,
    maps: new Map([['deaths', map]]),
  } as unknown as Edition;

  const drawings = await drawEdition(edition, press);

  expect([...drawings.keys()]).toEqual(['chart deaths', 'map deaths']);
  expect(drawings.get('chart deaths')?.svg).toContain('aria-label="Deaths: 1,277"');
  expect(asked).toEqual([
    'bad at data.query',
    'good at data.query',
    'bad at more_data.events.query',
    'good at data.query',
    'places at places.dataset',
  ]);
  expect(messages.messages()).toEqual([]);
});
