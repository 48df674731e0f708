import type { PreviewPlaces } from '../../protocol.ts';
import { element, watched } from '../dom.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { PageText } from '../drawing/page-text.ts';
import type { Rect, Size } from '../model/layout.ts';
import type { OverlayName } from '../model/model.ts';
import { drawOverlay } from '../views/look.ts';
import { createBoxes, type IndexedBox } from './boxes.ts';
import { createPageCanvas, type PagePictures } from './page-pictures.ts';
import { createPageTextLayer } from './text-layer.ts';

/** What a page shows beside its picture. */
interface PageShows {
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
export interface PageView extends PagePictures {
  readonly element: HTMLElement;
  readonly show: (shows: PageShows) => void;
}

/** Makes a sheet that shows nothing yet. */
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
