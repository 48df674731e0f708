import type { Box, Matrix } from './geometry.ts';
/** What an operator paints with: shows text, paints a path, or calls an image, a form XObject or a shading. */
export type Paint = 'text' | 'path' | 'object' | 'shading';

/**
 * The least that can be marked: a text object, a path from its first point to its painting operator, or the call of an
 * object. Offsets are into the content stream.
 */
export interface Unit {
  readonly kind: 'unit';
  readonly paint: Paint;
  readonly start: number;
  readonly end: number;
  /** The marked content that it stands in, by its MCID; undefined where it stands in none. */
  readonly mark: number | undefined;
  /** From its own coordinates to those of the stream. */
  readonly matrix: Matrix;
  /** What can be seen of it, in the coordinates of the stream; undefined where nothing is cut off. */
  readonly clip: Box | undefined;
  /** For an object its name among the resources: "X7". */
  readonly name: string | undefined;
  /** For a form what it draws within, in the coordinates of the call; undefined for all else. */
  readonly extent: Box | undefined;
}

/** A stretch from q to Q: marks are opened and closed on one side of either (ISO 32000-1, 14.6). */
export interface Group {
  readonly kind: 'group';
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly ContentNode[];
}

export type ContentNode = Unit | Group;

/** What a content stream draws: a glyph of a Type 3 font begins by saying how wide it is (ISO 32000-1, 9.6.5). */
export type ContentKind = 'drawing' | 'glyph';

/** A half-open stretch of a content stream, by its offsets. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A content stream taken apart: what it paints, and the operators that mark it. All else only sets the state. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly nodes: readonly ContentNode[];
  /** All units of the nodes, in painting order. */
  readonly units: readonly Unit[];
  /** Where operators begin and end marked content with an MCID, each with its operands. */
  readonly marking: readonly ByteRange[];
}
