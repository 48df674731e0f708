import type { Place } from '../../press/diagnostics/diagnostic.ts';
import type { Attachment, DocumentProperties, Identities } from '../../press/finish/index.ts';
import type { PageBody } from '../../press/page/page-body.ts';
import type { EditionMeta } from '../../press/read/schemas/edition.ts';
import type { PreviewPlaces } from '../protocol.ts';

/** A print that is to be finished: plain values, since another thread does it. */
export interface FinishJob {
  readonly print: Uint8Array;
  /** The page as it was printed, with where its texts come from. */
  readonly html: string;
  /** The page as it was composed, with the roles of its elements. */
  readonly composed: string;
  readonly identities: Identities;
  /** The page's running text. */
  readonly text: string;
  readonly properties: DocumentProperties;
  readonly body: PageBody;
  readonly attachments: readonly Attachment[];
  readonly families: readonly string[];
  readonly budgets: EditionMeta['budgets'];
  /** The places in edition.yaml that diagnostics can be about, by the path to them: "budgets.pages". */
  readonly places: ReadonlyMap<string, Place>;
  readonly baseline: PreviewPlaces['baseline'];
}
