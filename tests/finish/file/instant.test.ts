import { expect, test } from 'vitest';
import { isoInstant } from '../../../scripts/press/finish/file/instant.ts';
import { dateString } from '../../../scripts/press/finish/file/text-string.ts';

test('an instant is told to the second, by a PDF and by XMP alike', () => {
  const date = new Date('2026-03-01T12:30:59.999+01:00');
  expect(isoInstant(date)).toBe('2026-03-01T11:30:59Z');
  expect(dateString(date).bytes).toBe('D:20260301113059Z');
});

test.each(['+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z'])('the year of %s cannot be told', (written) => {
  expect(() => dateString(new Date(written))).toThrow('its year has not four digits');
});
