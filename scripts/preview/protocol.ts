import type { Severity } from '../press/diagnostics/rules.ts';

// What the server of the preview and its page say to each other, as JSON below http://127.0.0.1:PORT/TOKEN/ :
//   GET  ./                           the page
//   GET  ./viewer/<file>              its scripts and styles; in ./viewer/pdfium/ and ./viewer/fonts/ those of packages
//   GET  ./state                      PreviewState
//   GET  ./events                     server-sent events; each "state" carries a whole PreviewState
//   GET  ./pdf/<edition>/<version>    the bytes of a PDF
//   GET  ./places/<edition>/<version> PreviewPlaces; 404 until the version is finished
//   GET  ./help/<rule>                the page of docs/rules/ on a rule, as HTML
//   GET  ./tokens                     PreviewTokens
//   POST ./open                       OpenRequest as JSON; 204, or 4xx and 5xx with a PreviewFault
// Types only: the page's scripts import them, and the browser has them stripped.

/** All that changes while the preview is open. */
export interface PreviewState {
  /** In the order of their names. */
  readonly editions: readonly PreviewEdition[];
  /** What is wrong and belongs to no single edition: shared files that cannot be read, faults of the press. */
  readonly shared: readonly PreviewDiagnostic[];
}

/**
 * What is being done about an edition. `broken`: its newest state cannot be printed or finished, so what is shown is older,
 * unfinished, or nothing; `ready`: what is shown is the newest state, finished, and its diagnostics are all that there are.
 */
export type PreviewStatus = 'waiting' | 'compiling' | 'printing' | 'finishing' | 'ready' | 'broken';

/** One edition and what is shown of it. */
export interface PreviewEdition {
  /** The name of its folder. */
  readonly name: string;
  /** Its short title; its name until it could be read once. */
  readonly title: string;
  /** BCP 47; empty until it could be read once. */
  readonly language: string;
  readonly status: PreviewStatus;
  /** The last good pages; they stay while the status is `broken`. */
  readonly shown?: PreviewPages;
  readonly diagnostics: readonly PreviewDiagnostic[];
  /** How long the newest state took, in milliseconds; stages that were not reached are 0. */
  readonly took?: { readonly compile: number; readonly print: number; readonly finish: number };
}

/** Pages that can be fetched. */
export interface PreviewPages {
  /** Grows with each print of the edition; part of the addresses of its PDF and its places. */
  readonly version: number;
  /** Whether its PDF is the finished one and its places are known; the same version is first shown without. */
  readonly finished: boolean;
  readonly pages: number;
  /** When they were printed, in milliseconds since 1970. */
  readonly at: number;
}

/** A diagnostic of the press, or a fault of its own: that one names no file of the author's, and its line is 0. */
export interface PreviewDiagnostic {
  readonly severity: Severity;
  readonly rule: string;
  /** Path from the project's root, with forward slashes; empty where there is none. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly cure?: string;
  /** The page of docs/rules/ that explains the rule, as a path from the project's root. */
  readonly help?: string;
}

/** A rectangle in points, from the page's top left corner; x to the right, y down. */
export interface PreviewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where things stand on the pages of one version. */
export interface PreviewPlaces {
  /** In points. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** The area between the margins; the same on each page. */
  readonly body: PreviewBox;
  /** The grid that text stands on: the first line of it from the top of the page, and its step, in points. */
  readonly baseline: { readonly first: number; readonly step: number };
  readonly outline: readonly PreviewHeading[];
  /** In reading order; a block on two pages or in two columns has two. A block within another comes after it. */
  readonly boxes: readonly PlacedBox[];
}

/** An entry of the outline. */
export interface PreviewHeading {
  readonly title: string;
  /** From 1. */
  readonly level: number;
  /** From 0. */
  readonly page: number;
  /** In points from the page's top. */
  readonly y: number;
}

/** What a box holds, by the words of the project. */
export type PlacedKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'table'
  | 'chart'
  | 'map'
  | 'timeline'
  | 'caption'
  | 'note'
  | 'key-figures'
  | 'callout'
  | 'image'
  | 'contents'
  | 'other';

/** A box with the place that it comes from. */
export interface PlacedBox extends PreviewBox {
  /** From 0. */
  readonly page: number;
  readonly kind: PlacedKind;
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Its first words, for people. */
  readonly label: string;
  /** Of what has a file of its own (a chart, a map, a table, a timeline), where a section or edition.yaml places it. */
  readonly placed?: OpenRequest;
}

/** The tokens of styles/tokens.yaml in its order. */
export interface PreviewTokens {
  readonly groups: readonly { readonly name: string; readonly tokens: readonly PreviewToken[] }[];
}

/** One design decision. */
export interface PreviewToken {
  /** Its key within its group: "ink", "text". */
  readonly name: string;
  /** As the file has it. */
  readonly value: string;
  readonly kind: 'colour' | 'length' | 'font' | 'other';
  /** The value in CSS: "#1d1d1b", "10pt". */
  readonly css?: string;
  readonly file: string;
  readonly line: number;
}

/** Where an editor is to be opened. */
export interface OpenRequest {
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Why a request was refused or failed: a sentence on what is wrong, and what to do. */
export interface PreviewFault {
  readonly message: string;
}
