import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import type { Compiled } from '../press/index.ts';
import { reportUnusedSeriesNames } from '../press/numbers/report-unused-series-names.ts';

/** What is told of names that the series declares and none of all its editions needs. */
export function unusedSeriesNames(editions: readonly Compiled[]): readonly Diagnostic[] {
  const diagnostics = collectDiagnostics();
  reportUnusedSeriesNames(editions, diagnostics.report);
  return diagnostics.list();
}
