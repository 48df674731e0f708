import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { FactContext } from '../facts/fact-text.ts';
import type { FindTextInCells } from '../numbers/source-places.ts';
import type { TypedNumeral } from '../numbers/typed-numbers.ts';
import type { FilledText } from './filled-texts.ts';

/** What a table, timeline, chart or map of an edition is made from, as its numbers in print are held against it. */
export interface PrintedAnswer {
  /** As the data give them, the main one first. */
  readonly tables: readonly Table[];
  /** The columns that its file shows to readers. */
  readonly columns: readonly string[];
  /** Where its query stands. */
  readonly place: Place;
  /** Its texts that hold facts. */
  readonly filled: readonly FilledText[];
}

/** A property of the edition or of a dataset as it is printed: a date, a version, a place in the series, a title. */
export interface StatedValue {
  readonly text: string;
  /** The key that states it, and its place. */
  readonly name: string;
  readonly place: Place;
  /** The place of the blocks that print it; undefined for the words of templates that come from no one file. */
  readonly block: Place | undefined;
}

/** All that numbers in print can be explained by. */
export interface Print {
  readonly language: string;
  readonly context: Omit<FactContext, 'printed'>;
  /** Every numeral that is typed into the edition’s texts. */
  readonly typed: readonly TypedNumeral[];
  /** By "chart aid-2020". */
  readonly answers: ReadonlyMap<string, PrintedAnswer>;
  /** The texts of edition.yaml that hold facts. */
  readonly filled: readonly FilledText[];
  readonly stated: readonly StatedValue[];
  /** Whether a file holds words that templates print: labels, properties of the edition, the series and the datasets. */
  readonly isOfTemplates: (file: string) => boolean;
  readonly findCell: FindTextInCells;
}
