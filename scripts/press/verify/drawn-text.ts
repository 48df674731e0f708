import type { Box } from './box.ts';

/** Text that a page draws in one go: a line of a block or a part of one. */
export interface DrawnText {
  /** Counted from 1. */
  readonly page: number;
  readonly text: string;
  /** The font's name in the PDF, with its subset prefix. */
  readonly font: string;
  /** The marked content that it belongs to, by `markKey`; undefined where it is not tagged. */
  readonly mark: string | undefined;
  /** Around the ink of its characters: one a stretch of a line, since pdfium reads on over a hyphen at a line's end. */
  readonly boxes: readonly Box[];
  /** True when a character's box reaches past the page's edge. */
  readonly outside: boolean;
}

/** Lines and areas that a page draws in one go. */
export interface DrawnShape {
  /** Counted from 1. */
  readonly page: number;
  /** The marked content that it belongs to, by `markKey`; undefined where it is not tagged. */
  readonly mark: string | undefined;
  readonly box: Box;
}

/** All that the pages draw, in painting order. */
export interface Drawn {
  readonly texts: readonly DrawnText[];
  readonly shapes: readonly DrawnShape[];
}

/**
 * Names marked content (ISO 32000-1, 14.7.4). Its number counts within a stream: that of the page, or of a form
 * XObject on it, such as Chromium makes for what is translucent.
 *
 * @param form the form XObject as "12 0 R"; empty for the page's own stream
 */
export function markKey(page: number, form: string, number: number): string {
  return `${page} ${form} ${number}`;
}
