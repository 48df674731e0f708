import type { Box } from '../content/geometry.ts';
import type { Mark } from '../content/pages.ts';
import type { PdfObject, Reference } from '../file/objects.ts';
import type { Identity } from '../identity/identities.ts';

/** A structure element (ISO 32000-1, 14.7.2): a tag, as a value. */
export interface Element {
  readonly kind: 'element';
  /** Its structure type: "P", "H2", "Table". */
  readonly type: string;
  readonly attributes: Attributes;
  readonly kids: readonly Kid[];
  /** What the page knows of it, where it knows more. */
  readonly identity: Identity | undefined;
  /** The object that it was read from, to which others refer (an outline does); undefined for a new one. */
  readonly origin: Reference | undefined;
}

export type Kid = Element | MarkedContent | AnnotationKid;

/** What a tag holds of a page's content. */
export interface MarkedContent {
  readonly kind: 'content';
  readonly mark: Mark;
}

/** An annotation that belongs to a tag, such as a line of a link. */
export interface AnnotationKid {
  readonly kind: 'annotation';
  readonly annotation: Reference;
  /** The page that it stands on. */
  readonly page: Reference;
  /** Where it stands on the page, in points. */
  readonly box: Box;
  /** What it is, in words. */
  readonly description: string;
}

/** What a structure element says of itself besides its type. */
export interface Attributes {
  /** Of the elements of a document no two have the same. */
  readonly id?: string;
  /** A BCP 47 tag, where it differs from that around it. */
  readonly language?: string;
  /** What is said in place of a picture. */
  readonly alt?: string;
  /** What is read in place of the glyphs. */
  readonly actualText?: string;
  /** The standard names of the list's labels: "Decimal". */
  readonly numbering?: string;
  readonly cell?: Cell;
  /** Where a figure stands on its page, in points. */
  readonly box?: Box;
  /** Attribute objects that are passed on as they are. */
  readonly others?: readonly PdfObject[];
}

/** Attributes of a table's cell (ISO 32000-1, table 349). */
export interface Cell {
  readonly scope: 'Row' | 'Column' | 'Both' | undefined;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The ids of the cells that head it. */
  readonly headers: readonly string[];
}

/** A new element. */
export function element(type: string, kids: readonly Kid[], attributes: Attributes = {}): Element {
  return { kind: 'element', type, attributes, kids, identity: undefined, origin: undefined };
}
