import type { PreviewPlaces } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { watched } from '../dom/watched.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { Rect } from '../layout/lay-out-pages.ts';
import type { OverlayName, Size } from '../model/model.ts';
import type { PageText } from '../model/page-text.ts';
import { createBoxes, type IndexedBox } from './boxes.ts';
import { drawOverlay } from './overlay.ts';
import { createPageCanvas, type PageCanvas } from './page-canvas.ts';
import { createPageTextLayer } from './page-text-layer.ts';

/** What a page shows beside its picture. */
export interface PageShows {
  readonly rect: Rect;
  /** Of the paper, in points. */
  readonly paper: Size;
  readonly label: string;
  readonly changed: boolean;
  readonly places: PreviewPlaces | undefined;
  readonly boxes: readonly IndexedBox[];
  readonly text: PageText | undefined;
  /** Whether it is in view, or nearly so. */
  readonly near: boolean;
  readonly overlays: Readonly<Record<OverlayName, boolean>>;
}

/** A sheet of paper on the stage: its picture, the designer's lines over it, its words, and its boxes. */
export interface PageView {
  readonly element: HTMLElement;
  readonly canvas: PageCanvas;
  /** The part in view, sharp, where a picture of the whole page would be too large. */
  readonly detail: PageCanvas;
  readonly show: (shows: PageShows) => void;
}

export function createPage(worker: DrawingWorker): PageView {
  const canvas = createPageCanvas(worker);
  const detail = createPageCanvas(worker);
  detail.element.className = 'detail';
  const overlay = element('div', { class: 'overlay' });
  const words = createPageTextLayer();
  const boxes = createBoxes();
  const sheet = element(
    'section',
    { class: 'page', role: 'group' },
    element('div', { class: 'picture' }, canvas.element, detail.element),
    overlay,
    words.element,
    boxes.element,
  );
  const place = watched(({ left, top, width, height }: Rect) => {
    Object.assign(sheet.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  });
  const drawLines = watched((...[paper, places, shown]: Parameters<typeof drawOverlay>) =>
    overlay.replaceChildren(...drawOverlay(paper, places, shown)),
  );
  return {
    element: sheet,
    canvas,
    detail,
    show(shows) {
      place(shows.rect);
      sheet.setAttribute('aria-label', shows.label);
      sheet.toggleAttribute('data-changed', shows.changed);
      drawLines(shows.paper, shows.places, shows.overlays);
      words.show(shows);
      boxes.show(shows.boxes, shows.paper);
    },
  };
}
