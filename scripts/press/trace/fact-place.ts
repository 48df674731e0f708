import type { Place } from '../diagnostics/diagnostic.ts';

/** One place of an edition's files that prints a fact, or rests on it. */
export interface FactPlace {
  readonly fact: string;
  /** The other format that is asked for there, if one is. */
  readonly as: string | undefined;
  readonly place: Place;
  /** What it is a part of: "section civilian-harm", "chart killed-by-quarter", "edition". */
  readonly of: string;
  /** What part: "text", "heading", "note", "alternative text" … or "query", which prints what comes of it. */
  readonly part: string;
}
