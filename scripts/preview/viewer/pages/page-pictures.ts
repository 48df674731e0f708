import { element } from '../dom.ts';
import type { DrawingWorker, Part } from '../drawing/drawing-worker.ts';
import { type Task, urgencies } from '../drawing/tasks.ts';
import { type Layout, pagesIn, type Rect, type Size } from '../model/layout.ts';
import { type Model, type OpenDocument, shownView } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';

/** What a canvas is to show: a page of a document, in so many pixels. */
interface Wanted {
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

/**
 * Makes a canvas that shows nothing yet.
 *
 * @param worker draws; a failure leaves what was there, and goes to the console
 */
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

/** Pixels of a page's picture; beyond, the part in view has a sharp one of its own. */
const mostPixels = 12_000_000;
/** Pictures of pages that are further away than so many heights of the view are given up. */
const keptHeights = 6;

/** The canvases of a page. */
export interface PagePictures {
  readonly canvas: PageCanvas;
  /** The part in view, sharp, where a picture of the whole page would be too large. */
  readonly detail: PageCanvas;
}

/** The next picture of a page to draw: those in view first, from the one that is read, then their neighbours. */
export function nextPageTask({
  model,
  layout,
  visible,
  pages,
  dispatch,
}: {
  readonly model: Model;
  readonly layout: Layout;
  /** The part of all pages that is in view, in CSS pixels. */
  readonly visible: Rect;
  readonly pages: readonly PagePictures[];
  readonly dispatch: Dispatch;
}): Task | undefined {
  const { document, page: read } = shownView(model);
  const { edition } = model;
  if (edition === undefined || !document || document.pages.length !== pages.length) return undefined;
  const inView = pagesIn(layout, visible, 0);
  const near = pagesIn(layout, visible, 1);
  const kept = new Set(pagesIn(layout, visible, keptHeights));
  pages.forEach((page, index) => {
    if (!kept.has(index)) page.canvas.clear();
    if (!inView.includes(index)) page.detail.clear();
  });
  const order = [...inView].sort((a, b) => Math.abs(a - read) - Math.abs(b - read));
  const tasks = [
    ...order.map((index) => taskOf('canvas', index, urgencies.inView)),
    ...order.map((index) => taskOf('detail', index, urgencies.detail)),
    ...near.map((index) => taskOf('canvas', index, urgencies.near)),
  ];
  return tasks.find((task) => task !== undefined);

  function taskOf(layer: 'canvas' | 'detail', index: number, urgency: number): Task | undefined {
    const page = pages[index];
    const rect = layout.pages[index];
    if (!page || !rect || !document || edition === undefined) return undefined;
    const of = edition;
    const wanted = layer === 'canvas' ? wholePage(document, index, rect) : partInView(document, index, rect, visible);
    if (!wanted) {
      if (layer === 'detail') page.detail.clear();
      return undefined;
    }
    if (page[layer].shows(wanted)) return undefined;
    return {
      urgency,
      run: async () => {
        const outcome = await page[layer].draw(wanted);
        if (outcome === 'changed') dispatch({ kind: 'changed', edition: of, version: document.version, page: index });
        if (layer === 'detail' && wanted.part) placePart(page.detail.element, wanted, wanted.part);
      },
    };
  }
}

function wholePage(document: OpenDocument, page: number, { width, height }: Rect): Wanted {
  const density = Math.min(devicePixelRatio, Math.sqrt(mostPixels / (width * height)));
  return { document, page, size: pixels({ width, height }, density) };
}

/** The part in view of a page whose whole picture is not sharp; undefined where it is. */
function partInView(document: OpenDocument, page: number, rect: Rect, visible: Rect): Wanted | undefined {
  if (rect.width * rect.height * devicePixelRatio ** 2 <= mostPixels) return undefined;
  const left = Math.max(0, visible.left - rect.left);
  const top = Math.max(0, visible.top - rect.top);
  const right = Math.min(rect.width, visible.left + visible.width - rect.left);
  const bottom = Math.min(rect.height, visible.top + visible.height - rect.top);
  if (right - left < 1 || bottom - top < 1) return undefined;
  const part = {
    left: Math.floor(left * devicePixelRatio),
    top: Math.floor(top * devicePixelRatio),
    ...pixels({ width: right - left, height: bottom - top }, devicePixelRatio),
  };
  return { document, page, size: pixels(rect, devicePixelRatio), part };
}

function pixels({ width, height }: { readonly width: number; readonly height: number }, density: number) {
  return { width: Math.max(1, Math.round(width * density)), height: Math.max(1, Math.round(height * density)) };
}

function placePart(canvas: HTMLCanvasElement, { size }: Wanted, part: NonNullable<Wanted['part']>): void {
  const share = (length: number, of: number) => `${(length / of) * 100}%`;
  Object.assign(canvas.style, {
    left: share(part.left, size.width),
    top: share(part.top, size.height),
    width: share(part.width, size.width),
    height: share(part.height, size.height),
  });
}
