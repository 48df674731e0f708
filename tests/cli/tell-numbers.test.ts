import { expect, test } from 'vitest';
import { tellNumbers } from '../../scripts/cli/tell-numbers.ts';

const none = { unexplained: 0, claim: 0, fact: 0, data: 0, scale: 0, declared: 0, citation: 0, counted: 0 };

test.each([
  [[], ''],
  [[none], ''],
  [
    [
      { ...none, fact: 1, data: 1200 },
      { ...none, data: 34, claim: 2 },
    ],
    '1,237 numbers in print: 1 fact, 2 claims, 1,234 of tables and charts · none unexplained',
  ],
  [[{ ...none, fact: 2, unexplained: 3 }], '5 numbers in print: 2 facts · 3 unexplained'],
])('%j is told as "%s"', (editions, line) => {
  expect(tellNumbers(editions)).toBe(line);
});
