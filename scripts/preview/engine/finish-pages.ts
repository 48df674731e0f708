import { collectDiagnostics, type Place } from '../../press/diagnostics/diagnostic.ts';
import { finishPrint } from '../../press/finish/index.ts';
import { verifyPdf } from '../../press/verify/verify-pdf.ts';
import { findPlaces } from '../places/find-places.ts';
import type { FinishJob } from './finish-job.ts';
import type { FinishedPages } from './finished-pages.ts';

/**
 * Finishes a print as a build does, and finds where everything stands on its pages. The audit and its files are left to
 * the build: they are nothing that pages show.
 *
 * @param isWanted asked between the steps; undefined is given as soon as it is false
 * @throws Error when the print cannot be finished or read
 */
export async function finishPages(job: FinishJob, isWanted: () => boolean): Promise<FinishedPages | undefined> {
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
