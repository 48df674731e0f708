// Runs in a thread of its own: finishing is work for the processor, and the server has requests to answer.
import { parentPort, workerData } from 'node:worker_threads';
import { sentences } from '../../cli/sentences.ts';
import { finishPages } from './finish-pages.ts';
import type { FinishAnswer, FinishRequest } from './finisher.ts';

/** The number of the job whose result is still wanted. */
const wanted = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', async ({ number, job }: FinishRequest) => {
  const isWanted = (): boolean => Atomics.load(wanted, 0) === number;
  parentPort?.postMessage(await answer(number, () => finishPages(job, isWanted)));
});

async function answer(number: number, finish: () => ReturnType<typeof finishPages>): Promise<FinishAnswer> {
  try {
    const pages = await finish();
    return pages ? { number, kind: 'finished', pages } : { number, kind: 'given up' };
  } catch (error) {
    return { number, kind: 'failed', reason: sentences(error) };
  }
}
