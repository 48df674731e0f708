/** A tag of a PDF with what it holds (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly kind: 'element';
  /** The standard type that it is or is mapped to (ISO 32000-1, 14.8.4). */
  readonly type: string;
  /** Its object's number, by which the judge names it; undefined for one that stands within another's object. */
  readonly object: number | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly language: string | undefined;
  readonly kids: readonly StructureNode[];
}

/** Marked content that a tag holds. */
export interface StructureMark {
  readonly kind: 'mark';
  /** By `markKey`. */
  readonly key: string;
  readonly page: number;
}

/** An annotation that a tag holds: of a link, the area that is clicked. */
export interface StructureAnnotation {
  readonly kind: 'annotation';
}

export type StructureNode = StructureElement | StructureMark | StructureAnnotation;
