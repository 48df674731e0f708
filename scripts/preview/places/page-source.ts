import type { Place } from '../../press/diagnostics/diagnostic.ts';
import type { PlacedKind } from '../protocol.ts';

/** Something on a page that holds blocks: a chart with its caption, a call-out, a note. */
export interface PageObject {
  readonly kind: PlacedKind;
  /** Of a chart, map, table or timeline its own file. */
  readonly place: Place;
  /** Where a section or edition.yaml places it, if it has a file of its own. */
  readonly placed: Place | undefined;
}

/** A block of a page, with the place in the author's file that it comes from. */
export interface PageSource extends Place {
  readonly kind: PlacedKind;
  /** All of its words. */
  readonly text: string;
  /** What it is part of, the innermost. */
  readonly within: PageObject | undefined;
  /** Of a heading its level, from 1; else 0. */
  readonly level: number;
}
