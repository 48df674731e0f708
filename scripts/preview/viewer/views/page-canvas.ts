import { element } from '../dom/element.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { Part } from '../drawing/messages.ts';
import type { OpenDocument, Size } from '../model/model.ts';

/** What a canvas is to show: a page of a document, in so many pixels. */
export interface Wanted {
  readonly document: OpenDocument;
  /** From 0. */
  readonly page: number;
  /** Of the whole page, in pixels. */
  readonly size: Size;
  /** The part that the canvas shows; undefined: all of it. */
  readonly part?: Part;
}

/** A canvas that keeps what it shows until what is wanted has been drawn. */
export interface PageCanvas {
  readonly element: HTMLCanvasElement;
  /** Whether it shows this, or could not. */
  readonly shows: (wanted: Wanted) => boolean;
  /** @returns whether what is shown has become another picture than that of an earlier document */
  readonly draw: (wanted: Wanted) => Promise<'changed' | 'kept'>;
  /** Gives its memory back. */
  readonly clear: () => void;
}

/** @param worker draws; a failure leaves what was there, and is told in the console */
export function createPageCanvas(worker: DrawingWorker): PageCanvas {
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const context = canvas.getContext('bitmaprenderer');
  let shown: string | undefined;
  let fingerprint: number | undefined;
  let room: string | undefined;
  return {
    element: canvas,
    shows: (wanted) => shown === keyOf(wanted),
    async draw(wanted) {
      const { document, page, size } = wanted;
      const part = wanted.part ?? { left: 0, top: 0, ...size };
      shown = keyOf(wanted);
      try {
        const drawn = await worker.draw({ document: document.id, page, size, part });
        // Cleared, or wanted otherwise, in the meantime.
        if (shown !== keyOf(wanted)) return drop(drawn.picture);
        const taken = `${size.width} ${part.left} ${part.top} ${part.width} ${part.height}`;
        // The same picture again is not put in place: nothing can flicker.
        if (drawn.fingerprint === fingerprint && taken === room) return drop(drawn.picture);
        const isChanged = fingerprint !== undefined && taken === room;
        fingerprint = drawn.fingerprint;
        room = taken;
        canvas.width = part.width;
        canvas.height = part.height;
        context?.transferFromImageBitmap(drawn.picture);
        canvas.dataset.version = String(document.version);
        return isChanged ? 'changed' : 'kept';
      } catch (error) {
        console.error(error);
        return 'kept';
      }
    },
    clear() {
      shown = undefined;
      fingerprint = undefined;
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

function drop(picture: ImageBitmap): 'kept' {
  picture.close();
  return 'kept';
}

function keyOf({ document, page, size, part }: Wanted): string {
  const of = part ? `${part.left} ${part.top} ${part.width} ${part.height}` : 'whole';
  return `${document.id} ${page} ${size.width} ${of}`;
}
