import type { Place } from '../diagnostics/diagnostic.ts';
import type { Broken } from './broken.ts';
import type { ChartSpec, MapSpec } from './schemas/chart.ts';
import type { EditionMeta } from './schemas/edition.ts';
import type { FactSpec } from './schemas/facts.ts';
import type { Labels } from './schemas/labels.ts';
import type { Series } from './schemas/series.ts';
import type { Source } from './schemas/sources.ts';
import type { TableSpec, TimelineSpec } from './schemas/table.ts';

/** The place of a value inside the file that it was read from: `at('data', 'query')`. Without a path, of the whole. */
export type Locate = (...path: readonly (string | number)[]) => Place;

/** A checked value with the way back to its file. */
export interface Located<Value> {
  readonly value: Value;
  readonly at: Locate;
}

/** One markdown file of an edition. */
export interface SectionFile {
  /** The file's name without its number and ending: "civilian-harm". */
  readonly name: string;
  readonly file: string;
  readonly markdown: string;
}

/** An image that stands beside the text. */
export interface ImageFile {
  readonly file: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

/** One factsheet as its authors wrote it: read, checked against its schemas, and not yet resolved. */
export interface Edition {
  /** The name of its folder. */
  readonly name: string;
  readonly language: string;
  readonly series: Located<Series>;
  readonly meta: Located<EditionMeta>;
  readonly labels: Located<Labels>;
  /** In the order of their numbers. */
  readonly sections: readonly SectionFile[];
  readonly facts: ReadonlyMap<string, Located<FactSpec>>;
  readonly charts: ReadonlyMap<string, Located<ChartSpec>>;
  readonly tables: ReadonlyMap<string, Located<TableSpec>>;
  readonly maps: ReadonlyMap<string, Located<MapSpec>>;
  readonly timelines: ReadonlyMap<string, Located<TimelineSpec>>;
  readonly sources: ReadonlyMap<string, Located<Source>>;
  /** By path from the edition's folder: "images/camp.png". */
  readonly images: ReadonlyMap<string, ImageFile>;
  readonly broken: Broken;
}
