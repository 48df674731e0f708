import type { PreviewDiagnostic, PreviewEdition } from '../../protocol.ts';
import { countProblems } from './selectors.ts';
import { tellCounts } from './tell-counts.ts';

/** How many problems a broken edition has: its own or, where it has none, those of the files that all editions need. */
export function tellBroken(
  { diagnostics }: Pick<PreviewEdition, 'diagnostics'>,
  shared: readonly PreviewDiagnostic[],
): string {
  if (diagnostics.length > 0 || shared.length === 0) return tellCounts(countProblems(diagnostics));
  return `${tellCounts(countProblems(shared))} in shared files`;
}
