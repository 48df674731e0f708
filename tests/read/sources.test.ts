import { expect, test } from 'vitest';
import { figureSources } from '../../scripts/press/read/sources.ts';
import { at } from '../charts/chart-press.ts';

test('the sources of what a chart marks follow those of the chart, each once and where it is named', () => {
  const value = {
    source: ['count', 'sheet'],
    more_data: { totals: {}, events: { source: ['order', 'sheet'] }, coups: { source: ['order', 'report'] } },
  };
  const named = figureSources({ value, at }).map(({ id, place }) => `${id} at ${place.file}`);
  expect(named).toEqual([
    'count at source',
    'sheet at source',
    'order at more_data.events.source',
    'report at more_data.coups.source',
  ]);
});

test('a figure without layers of its own has the sources that it names', () => {
  expect(figureSources({ value: { source: ['count'] }, at }).map(({ id }) => id)).toEqual(['count']);
});
