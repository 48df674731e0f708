import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';

/** The rows of one dataset behind a fact or another answer. */
export interface TracedDataset {
  readonly dataset: DatasetDescriptor;
  /** As authors call it: data/figures.csv. */
  readonly file: string;
  /** `whole` where the rows cannot be told apart: then all of them count. */
  readonly extent: 'followed' | 'whole';
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly TracedRow[];
}

export interface TracedRow {
  /** Counted from 1, without the head. */
  readonly number: number;
  /** Where it begins, in a file of text. */
  readonly place: Place | undefined;
  readonly cells: Table['rows'][number];
}
