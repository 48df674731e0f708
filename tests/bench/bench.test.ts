import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { median } from '../../scripts/tools/bench/bench.ts';
import { longDocument } from '../../scripts/tools/bench/documents.ts';
import { resultsOf } from '../../scripts/tools/bench/finish.ts';
import { repository } from '../journey/repository-files.ts';

const timesOf = (pages: number, print: number, finish: number) => ({ name: 'a', pages, print, finish, first: finish });

test.each([
  ['short and linear', [timesOf(10, 500, 50), timesOf(100, 2000, 400)], [true, true]],
  ['too long in one document', [timesOf(10, 500, 110), timesOf(100, 2000, 400)], [false, true]],
  ['more than linear', [timesOf(10, 5000, 50), timesOf(100, 50_000, 800)], [true, false]],
  ['not measured', [], [false, false]],
])('finishing that is %s', (_, found, holds) => {
  expect(resultsOf(found, []).map(({ holds }) => holds)).toEqual(holds);
});

test('a longer document has more parts of the same kind', () => {
  const parts = (pages: number) => longDocument(pages).markdown.split('## Part').length;
  expect(parts(50) - parts(10)).toBe(parts(90) - parts(50));
  expect(parts(50)).toBeGreaterThan(parts(10));
});

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 9, 2], 2],
])('the median of %j is %i', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('a bench that there is not is told with those that there are', () => {
  const end = spawnSync(process.execPath, [join(repository, 'scripts/bench.ts'), 'finnish'], { encoding: 'utf8' });
  expect({ code: end.status, errors: end.stderr }).toEqual({
    code: 2,
    errors: 'bench: There is no bench "finnish": did you mean "finish"?\n',
  });
});
