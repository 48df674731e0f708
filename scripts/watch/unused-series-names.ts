import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import type { Compiled } from '../press/index.ts';
import { reportUnusedSeriesNames } from '../press/numbers/report-unused-series-names.ts';

/**
 * What is told of names that the series declares and none of all its editions needs.
 *
 * @param ofProject what is wrong with the project itself: with errors there, nothing seems unused
 */
export function unusedSeriesNames(
  editions: readonly Compiled[],
  ofProject: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (ofProject.some(({ severity }) => severity === 'error')) return [];
  const diagnostics = collectDiagnostics();
  reportUnusedSeriesNames(editions, diagnostics.report);
  return diagnostics.list();
}
