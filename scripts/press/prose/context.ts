import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { Table } from '../data/table.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../facts/fact.ts';
import type { SourceOf } from '../numbers/source-places.ts';
import type { Edition } from '../read/edition.ts';
import type { NoteBook } from './note-book.ts';
import type { Plan } from './plan.ts';
import type { PlacedBlock } from './prose.ts';

/** What the writing of one edition shares from its first word to its last. */
export interface ProseContext {
  readonly edition: Edition;
  readonly facts: Facts;
  /** The answers behind tables, timelines, charts and maps, by "table name", "chart name" and so on. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The text of a file, to tell a place within a string of YAML. */
  readonly sourceOf: SourceOf;
  readonly plan: Plan;
  readonly notes: NoteBook;
  readonly report: Report;
  readonly section: SectionScope;
  /** Filled while writing. */
  readonly placed: PlacedBlock[];
  readonly printedFacts: Set<string>;
  /** Where what has been placed is placed, by "kind name". */
  readonly used: Map<string, Place>;
  /** Ids that links may lead to: those of the plan, and of what has been placed. */
  readonly anchors: Set<string>;
  /** Links within the edition, to be held against the anchors once all are known. */
  readonly innerLinks: { readonly id: string; readonly written: string; readonly place: Place }[];
}

/** What a section defines for all of its parts: its heading and its call-outs are written apart from its text. */
export interface SectionScope {
  /** Undefined on the cover. */
  readonly name: string | undefined;
  /** Notes, and addresses of links. */
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
  /** Filled while writing: the numbers of its notes by their names. */
  readonly noteNumbers: Map<string, number>;
}

/** Tells where a node of a markdown tree stands in the author's file. */
export type PlaceOf = (node: Pick<Nodes, 'position'>, offset?: number) => Place;

/** Tells where a character of a markdown text stands in the author's file. */
export type PlaceAt = (offset: number) => Place;
