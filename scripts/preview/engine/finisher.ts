import { Worker } from 'node:worker_threads';
import type { FinishJob } from './finish-job.ts';
import type { FinishAnswer, FinishedPages, FinishRequest } from './finish-worker.ts';

/** Finishes prints behind what is shown, one after the other. */
export interface Finisher extends AsyncDisposable {
  /**
   * Finishes the newest print of an edition; what was asked for that edition before is given up.
   *
   * @param done takes the pages, or why there are none; is not called when it was given up
   */
  finish(edition: string, job: FinishJob, done: (end: FinishedPages | Error) => void): void;
  /** A newer state of the edition is on its way: what is being finished of it is no longer wanted. */
  giveUp(edition: string): void;
}

interface Waiting {
  readonly edition: string;
  readonly request: FinishRequest;
  readonly done: (end: FinishedPages | Error) => void;
}

/**
 * Starts the thread when there is something to do, and again should it end.
 *
 * @param script what the thread runs: it takes a `FinishRequest` at a time, and posts a `FinishAnswer` for each
 */
export function openFinisher(script = new URL('./finish-worker.ts', import.meta.url)): Finisher {
  const wanted = new Int32Array(new SharedArrayBuffer(4));
  const waiting = new Map<string, Waiting>();
  let worker: Worker | undefined;
  let running: Waiting | undefined;
  let last = 0;

  const end = (result: FinishedPages | Error | undefined): void => {
    const ended = running;
    running = undefined;
    const isWanted = ended !== undefined && Atomics.load(wanted, 0) === ended.request.number;
    next();
    if (ended && isWanted && result) ended.done(result);
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: wanted.buffer });
    started.on('message', (answer: FinishAnswer) => {
      if (answer.number !== running?.request.number) return;
      if (answer.kind === 'finished') end(answer.pages);
      else end(answer.kind === 'failed' ? new Error(answer.reason) : undefined);
    });
    const lost = (cause?: Error): void => {
      // An error is followed by the end of the thread, when the next one may be at work already.
      if (worker !== started) return;
      worker = undefined;
      if (running) end(new Error('The thread that finishes pages has ended', { cause }));
    };
    started.on('error', lost);
    started.on('exit', () => lost());
    return started;
  };
  const next = (): void => {
    const [first] = waiting.values();
    if (running || !first) return;
    waiting.delete(first.edition);
    running = first;
    Atomics.store(wanted, 0, first.request.number);
    worker ??= start();
    worker.postMessage(first.request);
  };
  const giveUp = (edition: string): void => {
    waiting.delete(edition);
    if (running?.edition === edition) Atomics.store(wanted, 0, 0);
  };
  return {
    finish(edition, job, done) {
      giveUp(edition);
      last += 1;
      waiting.set(edition, { edition, request: { number: last, job }, done });
      next();
    },
    giveUp,
    async [Symbol.asyncDispose]() {
      waiting.clear();
      running = undefined;
      const closing = worker;
      worker = undefined;
      await closing?.terminate();
    },
  };
}
