import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import type { Compiled } from '../press/index.ts';
import { reportUnusedSeriesNames } from '../press/numbers/declared-names.ts';
import type { Files } from '../press/read/files.ts';
import { reportEditionNames } from '../press/read/read-edition.ts';
import { reportSharedOrders } from '../press/read/report-shared-orders.ts';

/**
 * What belongs to no edition alone: folders whose name is none for an edition, places in the series that two of them have,
 * and names that the series declares and none of all its editions needs.
 *
 * @param all the names of all editions that there are
 * @param ofProject what is wrong with the project itself: with errors there, nothing seems unused
 */
export function toldAcrossEditions(
  files: Files,
  editions: readonly Compiled[],
  all: readonly string[],
  ofProject: readonly Diagnostic[],
): readonly Diagnostic[] {
  const diagnostics = collectDiagnostics();
  reportEditionNames(files, diagnostics.report);
  reportSharedOrders(editions, diagnostics.report);
  const isSound = ofProject.every(({ severity }) => severity !== 'error');
  if (isSound && editions.length === all.length) reportUnusedSeriesNames(editions, diagnostics.report);
  return diagnostics.list();
}
