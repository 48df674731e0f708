import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from '../../scripts/tools/conformance/checks.ts';
import { pressSuite, readSuite } from '../../scripts/tools/conformance/suite.ts';
import { suiteSources } from '../../scripts/tools/conformance/suite-project.ts';
import { repository } from '../journey/repository-files.ts';

/** How many documents are tried; `npm run conformance` tries them all, and has them judged. */
const tried = 6;
const seed = Number(process.env.CONFORMANCE_SEED ?? 7);

const sources = suiteSources(repository);
const suite = await readSuite(join(sources.shared, 'editions'));

test('the suite has at least 30 editions', () => {
  expect(suite.length).toBeGreaterThanOrEqual(30);
});

test(`tags say what pages say, and finishing changes nothing that is seen (seed ${seed})`, async () => {
  const chosen = choose(suite, tried, seed);
  const pressed = await pressSuite(chosen, sources);
  const faults = await Promise.all(pressed.map(async (document) => [document.name, await examine(document)] as const));
  expect(Object.fromEntries(faults)).toEqual(Object.fromEntries(chosen.map(({ name }) => [name, []])));
});

/** Some of a list, the same for the same seed (a linear congruential generator, ISO 9899 7.22.2). */
function choose<Entry>(list: readonly Entry[], count: number, start: number): readonly Entry[] {
  let state = start;
  const drawn = list.map((entry) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return { entry, rank: state };
  });
  return drawn
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, count)
    .map(({ entry }) => entry);
}
