import type { Size } from '../model/model.ts';
import type { PageText } from '../model/page-text.ts';

/** What the page asks of the drawing worker; each request has a number that its answer carries. */
export type DrawingRequest =
  | { readonly kind: 'open'; readonly job: number; readonly address: string }
  | ({ readonly kind: 'draw'; readonly job: number } & Drawing)
  | { readonly kind: 'fingerprint'; readonly job: number; readonly document: number; readonly page: number }
  | { readonly kind: 'read'; readonly job: number; readonly document: number; readonly page: number }
  | { readonly kind: 'close'; readonly document: number };

/** A page, or a part of it, to draw. */
export interface Drawing {
  readonly document: number;
  /** From 0. */
  readonly page: number;
  /** Of the whole page, in pixels. */
  readonly size: Size;
  /** The part that is drawn, in pixels of the whole. */
  readonly part: Part;
}

export interface Part extends Size {
  readonly left: number;
  readonly top: number;
}

export type DrawingAnswer =
  | { readonly kind: 'opened'; readonly job: number; readonly document: number; readonly pages: readonly Size[] }
  | { readonly kind: 'drawn'; readonly job: number; readonly picture: ImageBitmap; readonly fingerprint: number }
  | { readonly kind: 'fingerprint'; readonly job: number; readonly fingerprint: number }
  | { readonly kind: 'read'; readonly job: number; readonly text: PageText }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
