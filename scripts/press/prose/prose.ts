import type { ElementContent, Root } from 'hast';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { ValueFormat, Width } from '../read/schemas/common.ts';

/** The words of an edition, with every fact, citation and reference in its place. */
export interface Prose {
  /** Those of the cover. */
  readonly keyFigures: KeyFigureStrip;
  readonly coverMap: PlacedFigure | undefined;
  readonly sections: readonly ProseSection[];
  readonly placed: readonly PlacedBlock[];
  readonly notes: readonly Note[];
  /** The tables of the appendix, in the order of their figures; none where the edition has no appendix. */
  readonly dataTables: readonly DataTable[];
  /** Facts that stand somewhere in print. */
  readonly printedFacts: ReadonlySet<string>;
}

/** One section, written out. A placed block stands in `body` as an empty div whose data-placed is its index in `placed`. */
export interface ProseSection {
  readonly name: string;
  readonly id: string;
  readonly title: Phrasing;
  readonly body: Root;
  readonly place: Place;
}

/** Words within a line: text, emphasis, links, calls of notes. */
export type Phrasing = readonly ElementContent[];

/** One endnote. */
export interface Note {
  readonly number: number;
  readonly body: Phrasing;
  readonly place: Place;
}

/** What stands in a section besides its running text; templates give it its form. */
export type PlacedBlock = CaptionedBlock | PlacedKeyFigures | PlacedCallout;

/** What has a file of its own and a caption: a section places it by its name. */
export type CaptionedBlock = PlacedFigure | PlacedTable | PlacedTimeline;

/** The kinds of what a section places by its name: each has a folder in an edition, and a list in it, named after it. */
export type PlacedKind = CaptionedBlock['kind'];

/** What the captions of figures, tables and timelines have in common. */
interface Captioned {
  readonly name: string;
  readonly place: Place;
  readonly title: Phrasing;
  readonly subtitle: Phrasing;
  readonly note: Phrasing;
  /** The sources in short form, each with the call of its note. */
  readonly source: Phrasing;
  /** Whether it stands as the partners’; else its source line says whose it is. */
  readonly adopted: boolean;
}

/** A chart or a map where a section places it. */
export interface PlacedFigure extends Captioned {
  readonly kind: 'chart' | 'map';
  /** 0 for the map on the cover. */
  readonly number: number;
  readonly width: Width;
}

/** A cell of data in print. */
export interface TableCell {
  readonly text: string;
  /** Whether the data have no value for it, so that its text stands for none. */
  readonly missing: boolean;
}

/** A column of data in print. */
export interface TableColumn {
  readonly head: Phrasing;
  readonly format: ValueFormat;
}

/** A table where a section places it. */
export interface PlacedTable extends Captioned {
  readonly kind: 'table';
  readonly number: number;
  readonly width: Width;
  /** How many columns head the rows. */
  readonly heading: 1 | 2;
  readonly columns: readonly (TableColumn & {
    readonly field: string;
    /** The head that it shares with the columns beside it; empty where it shares none. */
    readonly group: Phrasing;
    /** Whether it holds the totals of those before it. */
    readonly total: boolean;
  })[];
  readonly rows: readonly { readonly cells: readonly TableCell[]; readonly total: boolean }[];
}

/** What a chart or map draws, as a table of the appendix. */
export interface DataTable {
  readonly kind: 'chart' | 'map';
  readonly name: string;
  /** The number of the figure; 0 for the map on the cover. */
  readonly number: number;
  /** Where its file says what it shows. */
  readonly place: Place;
  readonly title: Phrasing;
  /** Measure, unit, place, period; empty where neither the table nor its figure says them. */
  readonly subtitle: Phrasing;
  /** The sources of the figure in short form; their notes are called there. */
  readonly source: Phrasing;
  readonly adopted: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A timeline where a section places it. */
export interface PlacedTimeline extends Captioned {
  readonly kind: 'timeline';
  readonly entries: readonly {
    readonly date: string;
    readonly act: string;
    readonly effect: string;
    readonly source: Phrasing;
  }[];
}

/** A number, set large, and what it counts. */
export interface KeyFigure {
  readonly figure: Phrasing;
  readonly text: Phrasing;
  /** The houses that say so, with the calls of their notes. */
  readonly source: Phrasing;
  readonly place: Place;
}

/** Key figures that stand side by side. */
export interface KeyFigureStrip {
  readonly items: readonly KeyFigure[];
  /** Whether they stand as the partners’; else a line under them says whose they are. */
  readonly adopted: boolean;
}

/** Key figures where a section places them. */
export interface PlacedKeyFigures extends KeyFigureStrip {
  readonly kind: 'key-figures';
}

/** A call-out: a word beside the text. */
export interface PlacedCallout {
  readonly kind: 'callout';
  readonly title: Phrasing;
  readonly body: Root;
  readonly place: Place;
}
