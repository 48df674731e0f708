import { expect, test } from 'vitest';
import { keptBy } from '../../scripts/bench/preview/kept-by.ts';

test.each([
  ['pages that come at once', [0.9, 1.1], true],
  ['pages that come late in one edition', [0.9, 1.6], false],
  ['nothing measured', [], false],
])('%s', (_, found, holds) => {
  expect(keptBy(found.map((beyond) => ({ beyond }))).map((kept) => kept.holds)).toEqual([holds]);
});
