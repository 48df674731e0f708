import { element, list } from '../dom.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import { type NextTask, urgencies } from '../drawing/tasks.ts';
import type { Size } from '../model/layout.ts';
import { type EditionView, type Model, shownEdition, shownView } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { createPageCanvas, type PageCanvas } from './page-pictures.ts';

/** CSS pixels of a thumbnail's width. */
const width = 86;

interface Thumbnail {
  readonly canvas: PageCanvas;
  /** The fingerprint of the page as it is drawn here, or the version where there is none yet. */
  drawn?: string;
}

/** Small pictures of all pages, each a button that leads to its page. Those that a version did not change stay. */
export function createThumbnails({
  dispatch,
  worker,
  latest,
}: {
  readonly dispatch: Dispatch;
  readonly worker: DrawingWorker;
  readonly latest: () => Model;
}): { readonly element: HTMLElement; readonly show: (model: Model) => void; readonly next: NextTask } {
  const host = element('ol', { class: 'thumbnails' });
  let thumbnails: Thumbnail[] = [];
  let edition: string | undefined;
  let current = 0;

  const showAll = list<{ readonly page: number; readonly size: Size; readonly changed: boolean }>(
    host,
    ({ page }) => `${edition} ${page}`,
    () => {
      const canvas = createPageCanvas(worker);
      const thumbnail: Thumbnail = { canvas };
      const number = element('span', { class: 'number' });
      const button = element('button', { type: 'button' }, element('span', { class: 'paper' }, canvas.element), number);
      let shown = 0;
      button.addEventListener('click', () => dispatch({ kind: 'go', page: shown }));
      return {
        element: element('li', {}, button),
        show({ page, size, changed }) {
          shown = page;
          thumbnails[page] = thumbnail;
          number.textContent = String(page + 1);
          canvas.element.style.aspectRatio = `${size.width} / ${size.height}`;
          button.setAttribute('aria-label', `Page ${page + 1}${changed ? ', changed' : ''}`);
          button.setAttribute('aria-current', page === current ? 'page' : 'false');
          button.toggleAttribute('data-changed', changed);
          button.tabIndex = page === current ? 0 : -1;
        },
      };
    },
  );
  host.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const page = Math.min(Math.max(0, current + step), thumbnails.length - 1);
    dispatch({ kind: 'go', page });
    host.querySelectorAll('button')[page]?.focus();
  });

  return {
    element: host,
    show(model) {
      const view = shownView(model);
      const moved = view.page !== current || model.edition !== edition;
      if (model.edition !== edition) thumbnails = [];
      edition = model.edition;
      current = view.page;
      host.setAttribute('aria-label', `Pages of ${shownEdition(model)?.title ?? 'the edition'}`);
      const pages = view.document?.pages ?? [];
      thumbnails.length = Math.min(thumbnails.length, pages.length);
      showAll(pages.map((size, page) => ({ page, size, changed: view.changed.includes(page) })));
      if (moved) host.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
    },
    next() {
      const view = shownView(latest());
      const { document } = view;
      if (!document || latest().edition !== edition) return undefined;
      const page = thumbnails.findIndex((thumbnail, index) => thumbnail && needsDrawing(thumbnail, view, index));
      const thumbnail = thumbnails[page];
      const size = document.pages[page];
      if (!thumbnail || !size) return undefined;
      const across = Math.round(width * devicePixelRatio);
      const pixels = { width: across, height: Math.round((across * size.height) / size.width) };
      return {
        urgency: urgencies.thumbnails,
        async run() {
          thumbnail.drawn = lookOf(view, page);
          await thumbnail.canvas.draw({ document, page, size: pixels });
        },
      };
    },
  };
}

/** Of a new version, only pages whose fingerprint is known to differ are drawn again. */
function needsDrawing({ drawn }: Thumbnail, view: EditionView, page: number): boolean {
  if (drawn === undefined) return true;
  return view.fingerprints?.version === view.document?.version && drawn !== lookOf(view, page);
}

function lookOf({ fingerprints, document }: EditionView, page: number): string {
  const known = fingerprints?.version === document?.version ? fingerprints?.prints[page] : undefined;
  return known === undefined ? `version ${document?.version}` : String(known);
}
