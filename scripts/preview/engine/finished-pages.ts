import type { Diagnostic } from '../../press/diagnostics/diagnostic.ts';
import type { PreviewPlaces } from '../protocol.ts';

/** What finishing gives. */
export interface FinishedPages {
  readonly pdf: Uint8Array;
  readonly places: PreviewPlaces;
  /** What verifying the finished pages found: breaks between pages, budgets, links. */
  readonly diagnostics: readonly Diagnostic[];
}
