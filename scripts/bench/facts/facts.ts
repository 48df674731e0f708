import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { percent, scoresOf } from './score.ts';
import { tryAll } from './try-all.ts';

const repository = join(import.meta.dirname, '../../..');
/** Each holds the project in memory, so more gain little. */
const mostProcesses = 4;

/**
 * A mutation test (DeMillo, Lipton, Sayward, “Hints on Test Data Selection”, 1978) of content/ and data/: one change at a
 * time, to every cell of data that an edition uses and to every numeral of the files of content/. What a change is, is said in
 * `changed-value.ts` and `changed-numeral.ts`; what counts as noticed, in `try-mutant.ts` and `seen.ts`.
 */
export const bench: Bench = {
  about: 'whether any changed cell of data or numeral in content/ would be noticed, one change at a time',
  takes: '',
  async measure(say) {
    const began = performance.now();
    const tried = await tryAll(repository, Math.min(mostProcesses, availableParallelism()));
    const scores = scoresOf(tried);
    for (const line of scores.flatMap(({ lines }) => lines)) say(line);
    const all = scores.reduce((sum, score) => sum + score.all, 0);
    const noticed = scores.reduce((sum, score) => sum + score.noticed, 0);
    say(`${tried.length} mutants in ${Math.round((performance.now() - began) / 1000)} s`);
    const promise = `each is noticed, in print or by a message at its place: ${noticed} of ${all} (${percent(noticed, all)})`;
    return [{ promise, holds: noticed === all }];
  },
};
