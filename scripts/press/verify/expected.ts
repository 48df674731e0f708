import type { Attachment } from '../finish/index.ts';
import type { EditionMeta } from '../read/schemas/edition.ts';
import type { Locate } from '../read/yaml-file.ts';
import type { Box } from './box.ts';

/** What a finished PDF is held against, apart from its own page. */
export interface Expected {
  /** The series' font families, as CSS names them: "Source Serif 4". */
  readonly families: readonly string[];
  /** The area of each page between its margins. */
  readonly body: Box;
  readonly budgets: EditionMeta['budgets'];
  /** The id with which the appendix begins, on a page of its own, where there is one. */
  readonly appendix: string;
  /** The files that it holds. */
  readonly attachments: readonly Attachment[];
  /** Places in edition.yaml: for the budgets, and for what no author's file can be named for. */
  readonly at: Locate;
}
