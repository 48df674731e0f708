// Runs in a thread of its own: finishing is work for the processor, and the server has requests to answer.
import { parentPort, workerData } from 'node:worker_threads';
import { sentences } from '../../cli/sentences.ts';
import { collectDiagnostics, type Diagnostic, type Place } from '../../press/diagnostics/diagnostic.ts';
import { finishPrint } from '../../press/finish/index.ts';
import { verifyPdf } from '../../press/verify/verify-pdf.ts';
import type { PreviewPlaces } from '../protocol.ts';
import type { FinishJob } from './finish-job.ts';
import { findPlaces } from './places.ts';

/** A job for the thread that finishes. */
export interface FinishRequest {
  readonly number: number;
  readonly job: FinishJob;
}

/** How it ended. */
export type FinishAnswer =
  | { readonly number: number; readonly kind: 'finished'; readonly pages: FinishedPages }
  | { readonly number: number; readonly kind: 'given up' }
  | { readonly number: number; readonly kind: 'failed'; readonly reason: string };

/** What finishing gives. */
export interface FinishedPages {
  readonly pdf: Uint8Array;
  readonly places: PreviewPlaces;
  /** What verifying the finished pages found: breaks between pages, budgets, links. */
  readonly diagnostics: readonly Diagnostic[];
}

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

/**
 * Finishes a print as a build does, and finds where everything stands on its pages. The audit and its files are left to
 * the build: they are nothing that pages show.
 *
 * @param isWanted asked between the steps; undefined is given as soon as it is false
 * @throws Error when the print cannot be finished or read
 */
async function finishPages(job: FinishJob, isWanted: () => boolean): Promise<FinishedPages | undefined> {
  const { html, body, families, budgets, attachments, places } = job;
  const finished = await finishPrint(job.print, job);
  if (!isWanted()) return undefined;
  const pdf = await finished.write(attachments);
  if (!isWanted()) return undefined;
  const whole = places.get('') ?? { file: '', line: 0, column: 0 };
  const found = await findPlaces(pdf, job.composed, { body, baseline: job.baseline, elsewhere: whole });
  if (!isWanted()) return undefined;
  const diagnostics = collectDiagnostics();
  const at = (...path: readonly (string | number)[]): Place => places.get(path.join('.')) ?? whole;
  const expected = { families, body, budgets, appendix: 'appendix', attachments, at };
  await verifyPdf(pdf, { html, resources: new Map() }, expected, diagnostics.report);
  return { pdf, places: found, diagnostics: diagnostics.list() };
}
