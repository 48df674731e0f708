import type { Element, Root as HastRoot } from 'hast';
import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun } from '../edition-run.ts';
import type { Text } from '../read/schemas/common.ts';
import type { Anchors } from './anchors.ts';
import type { Endnotes } from './endnotes.ts';
import type { Phrasing, PlacedBlock, PlacedKind } from './prose.ts';

/**
 * The writing of one edition, from its first word to its last. It collects what is placed, printed and linked. Directives
 * that hold markdown or facts write them through it.
 */
export interface Writing extends AnsweredRun {
  readonly report: Report;
  readonly plan: Plan;
  readonly endnotes: Endnotes;
  readonly section: SectionScope;
  /** Turns the blocks of a text into hypertext. */
  body(tree: Root, placeOf: PlaceOf): HastRoot;
  /** Turns the inner words of a node into hypertext. */
  phrasing(node: Nodes, placeOf: PlaceOf): Phrasing;
  /** Turns a text of a YAML file into words within a line, marked with their place. */
  phrase(text: Text, place: Place): Phrasing;
  /**
   * The words of a fact, which counts as printed from here on; undefined where there are none, which is reported.
   *
   * @param as another format than the fact's own
   */
  factWords(name: string, as: string | undefined, place: Place): string | undefined;
  /** A text that is printed as it is, with its facts and claims in words: a cell of a dataset, alternative text. */
  fillFacts(text: string, place: Place): string;
  /** Counts the fact of a claim as printed. */
  countFact(name: string): void;
  /**
   * Counts a chart, map, table or timeline as placed here.
   *
   * @returns where it is placed already
   */
  countPlaced(kind: PlacedKind, name: string, place: Place): Place | undefined;
  /** Takes a block among those that are placed. What stands for it in the text is an empty division, to be filled by the page. */
  standIn(block: PlacedBlock): Element;
  /** Takes a link within the edition, to be checked once all of its places are known. */
  addLink(link: InnerLink): void;
}

/** What must be known of the whole edition before its first sentence can be written. */
export interface Plan {
  /** What the sections place and number, by "kind name". */
  readonly numbered: ReadonlyMap<string, Numbered>;
  /** Titles of the sections by name. */
  readonly sectionTitles: ReadonlyMap<string, string>;
  readonly anchors: Anchors;
}

/** The number of a chart, map or table. */
export interface Numbered {
  readonly number: number;
  /** The label that it is called by: what has the same label is counted together. */
  readonly label: NumberLabel;
}

/** The labels that number things: “Figure 3”, “Table 2”. */
export type NumberLabel = 'figure-number' | 'table-number';

/** What a section defines for all of its parts: its heading and its call-outs are written apart from its text. */
export interface SectionScope {
  /** Undefined on the cover. */
  readonly name: string | undefined;
  /** Notes, and addresses of links. */
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
}

/** A link within the edition. */
export interface InnerLink {
  /** The id that it leads to. */
  readonly id: string;
  /** What its author wrote behind the #. */
  readonly written: string;
  readonly place: Place;
}

/** Gives the place of a node of a markdown tree in the author's file; of a character of a text, if an offset says which. */
export type PlaceOf = (node: Pick<Nodes, 'position'>, offset?: number) => Place;

/** Gives the place of a character of a markdown text in the author's file. */
export type PlaceAt = (offset: number) => Place;
