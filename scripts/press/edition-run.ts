import type { Drawings } from './charts/drawing.ts';
import type { Datasets } from './data/open-datasets.ts';
import type { NamedFacts } from './data/prepare-query.ts';
import type { Table } from './data/table.ts';
import type { Facts } from './facts/fact.ts';
import type { SourceOf } from './numbers/source-places.ts';
import type { Located } from './read/checked-yaml.ts';
import type { Edition } from './read/edition.ts';
import type { Files } from './read/files.ts';
import type { DataPackage } from './read/schemas/data-package.ts';

/** What all stages of a run over one edition share, from the moment when its facts have values. */
export interface EditionRun {
  /** The edition as its authors wrote it: the facts in its titles and notices are still marks. */
  readonly written: Edition;
  /** Its facts with their values, by name. */
  readonly facts: Facts;
  /** The datasets of the project, open for queries. */
  readonly datasets: Datasets;
  /** The data cut-off of the edition, a year, a month or a day: what rests on later rows is reported. */
  readonly until: string;
  /** The facts of the edition as its queries name them. */
  readonly named: NamedFacts;
  /** What describes the datasets, and the files that hold them. */
  readonly dataPackage: Located<DataPackage>;
  /** The files of the project. */
  readonly files: Files;
  /** The text of one of them, to find a place within it; empty where there is none. */
  readonly sourceOf: SourceOf;
}

/** The same run once the queries of the edition have answered: what its pages are made from. */
export interface AnsweredRun extends EditionRun {
  /** The edition as it is printed: its titles and notices have their facts in words. */
  readonly edition: Edition;
  /** The answers behind tables, timelines, charts and maps, by "table name", "chart name" and so on. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Its charts and maps, by "chart name" and "map name". */
  readonly drawings: Drawings;
}
