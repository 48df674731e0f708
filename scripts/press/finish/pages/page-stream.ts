import type { Content, Unit } from '../content/content.ts';
import type { Matrix } from '../content/matrix.ts';
import type { Dictionary, Reference } from '../file/objects.ts';

/** A page of a print. */
export interface Page {
  readonly reference: Reference;
  /** Counted from 1. */
  readonly number: number;
  readonly entries: Dictionary;
  readonly stream: PageStream;
}

/** A content stream, with what is needed to understand it. */
export interface ContentStream {
  /** The stream object. */
  readonly reference: Reference;
  /** The page that it draws on, from 1. */
  readonly page: number;
  readonly content: Content;
  readonly resources: Dictionary;
  /** From the stream's coordinates to those of the page, in points. */
  readonly toPage: Matrix;
}

/** What a page draws: its own content stream, or that of a form XObject that it calls. */
export interface PageStream extends ContentStream {
  /** The form XObjects that it calls and that mark their own content, by their names. */
  readonly forms: ReadonlyMap<string, PageStream>;
  /** Its marked content, by MCID. */
  readonly marks: ReadonlyMap<number, Mark>;
}

/** A piece of marked content (ISO 32000-1, 14.6). */
export interface Mark {
  readonly stream: ContentStream;
  /** What it paints, in reading order: as it is read from a print, that is the order of painting. */
  readonly units: readonly [Unit, ...Unit[]];
}

/** All streams of a page: its own, and those of its form XObjects. */
export function* streamsOf(stream: PageStream): Generator<PageStream> {
  yield stream;
  for (const form of stream.forms.values()) yield* streamsOf(form);
}
