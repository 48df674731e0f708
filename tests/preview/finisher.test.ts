import { expect, test } from 'vitest';
import type { FinishJob } from '../../scripts/preview/engine/finish-job.ts';
import { openFinisher } from '../../scripts/preview/engine/finisher.ts';

/** A thread that is lost when it is asked for the first edition, and finishes the others. */
const thread = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ number, job }) => {
    if (job.edition === 'lost by an error') throw new Error('no memory is left');
    if (job.edition === 'lost at once') process.exit(1);
    parentPort.postMessage({ number, kind: 'finished', pages: { edition: job.edition } });
  });`;

test.each(['lost by an error', 'lost at once'])(
  'a thread that is %s ends its own edition, and not the next one',
  async (first) => {
    await using finisher = openFinisher(new URL(`data:text/javascript,${encodeURIComponent(thread)}`));
    const ends = [first, 'mali', 'nigeria'].map((edition) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      finisher.finish(edition, { edition } as unknown as FinishJob, resolve);
      return promise;
    });
    expect(await Promise.all(ends)).toEqual([
      new Error('The thread that finishes pages has ended'),
      { edition: 'mali' },
      { edition: 'nigeria' },
    ]);
  },
);
