import { expect, test } from 'vitest';
import { editionDate } from '../scripts/press/document-properties.ts';

test.each([
  ['its day', { date: '2024-03-05', data_cutoff: '2023-07-24' }, undefined, '2024-03-05T00:00:00.000Z'],
  ['the first day of its month', { date: '2024-03', data_cutoff: '2023' }, undefined, '2024-03-01T00:00:00.000Z'],
  ['the first day of its year', { date: '2024', data_cutoff: '2023' }, undefined, '2024-01-01T00:00:00.000Z'],
  ['its data cut-off where it has no date', { data_cutoff: '2023-07-24' }, undefined, '2023-07-24T00:00:00.000Z'],
  ['SOURCE_DATE_EPOCH before all', { date: '2024', data_cutoff: '2023' }, '86400', '1970-01-02T00:00:00.000Z'],
  ['its date where SOURCE_DATE_EPOCH is empty', { date: '2024', data_cutoff: '2023' }, '', '2024-01-01T00:00:00.000Z'],
])('an edition is dated by %s', (_, meta, epoch, instant) => {
  expect(editionDate(meta, epoch).toISOString()).toBe(instant);
});

test.each(['yesterday', '-1', '1.5', '99999999999999'])('SOURCE_DATE_EPOCH=%s is refused by its name', (epoch) => {
  expect(() => editionDate({ data_cutoff: '2023' }, epoch)).toThrow(/SOURCE_DATE_EPOCH.*whole number of seconds/);
});
