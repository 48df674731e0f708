import { expect, test } from 'vitest';
import { resultsOf } from '../../scripts/tools/bench/preview.ts';

test.each([
  ['pages that come at once', [0.9, 1.1], true],
  ['pages that come late in one edition', [0.9, 1.6], false],
  ['nothing measured', [], false],
])('%s', (_, found, holds) => {
  expect(resultsOf(found.map((beyond) => ({ beyond }))).map(({ holds }) => holds)).toEqual([holds]);
});
