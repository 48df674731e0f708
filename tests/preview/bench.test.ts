import { expect, test } from 'vitest';
import { keptBy } from '../../scripts/bench/preview/kept-by.ts';

test.each([
  ['pages that come at once', [{ save: 500, compile: 300, print: 200 }], true],
  [
    'pages that come late in one edition',
    [
      { save: 500, compile: 300, print: 200 },
      { save: 700, compile: 300, print: 200 },
    ],
    false,
  ],
  ['nothing measured', [], false],
])('%s', (_, found, holds) => {
  expect(keptBy(found).map((kept) => kept.holds)).toEqual([holds]);
});
