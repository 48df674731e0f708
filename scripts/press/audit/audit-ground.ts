import type { Asked } from '../data/table-of.ts';
import type { Facts } from '../facts/fact.ts';
import type { FindTextInCells } from '../numbers/source-places.ts';
import type { TypedNumeral } from '../numbers/typed-numbers.ts';
import type { Edition, Located } from '../read/edition.ts';
import type { Files } from '../read/files.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';

/** What an audit rests on: all that an edition was compiled from. The datasets are still open. */
export interface AuditGround {
  readonly edition: Edition;
  /** The same as its authors wrote it, where the facts in its titles are still marks. */
  readonly written: Edition;
  readonly facts: Facts;
  readonly asked: Asked;
  readonly typed: readonly TypedNumeral[];
  /** The datasets that it names. */
  readonly datasets: readonly Located<DatasetDescriptor>[];
  readonly findCell: FindTextInCells;
  readonly files: Files;
}
