import type { Table } from '../data/table.ts';

/** A chart or a map as it stands in the page, with the values that it shows. */
export interface Drawing {
  readonly kind: 'chart' | 'map';
  readonly name: string;
  /** An svg element for the page's HTML: a figure with its alternative text, without styles, scripts or links. */
  readonly svg: string;
  /** In points: exactly the place that it takes. */
  readonly width: number;
  readonly height: number;
  /** What is drawn: the chart's main table, or the map's places. */
  readonly table: Table;
}

/** A drawing with what was asked for it. */
export interface DrawnFigure extends Drawing {
  /** The same table as the data give it, where the facts in its texts are still marks. */
  readonly given: Table;
}

/** The drawings of an edition by name; one that failed is not there, and was reported. */
export type Drawings = ReadonlyMap<string, DrawnFigure>;
