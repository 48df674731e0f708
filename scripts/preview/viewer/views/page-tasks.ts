import type { Task } from '../drawing/scheduler.ts';
import { urgencies } from '../drawing/urgencies.ts';
import type { Layout, Rect } from '../layout/lay-out-pages.ts';
import { pagesIn, type Seen } from '../layout/seen.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model, OpenDocument } from '../model/model.ts';
import { shownView } from '../model/selectors.ts';
import type { PageView } from './page.ts';
import type { Wanted } from './page-canvas.ts';

/** Pixels of a page's picture; beyond, the part in view has a sharp one of its own. */
const mostPixels = 12_000_000;
/** Pictures of pages that are further away than so many heights of the view are given up. */
const keptHeights = 6;

/** The next picture of a page to draw: those in view first, from the one that is read, then their neighbours. */
export function nextPageTask({
  model,
  layout,
  seen,
  pages,
  dispatch,
}: {
  readonly model: Model;
  readonly layout: Layout;
  readonly seen: Seen;
  readonly pages: readonly PageView[];
  readonly dispatch: Dispatch;
}): Task | undefined {
  const { document, page: read } = shownView(model);
  const { edition } = model;
  if (edition === undefined || !document || document.pages.length !== pages.length) return undefined;
  const inView = pagesIn(layout, seen, 0);
  const near = pagesIn(layout, seen, 1);
  const kept = new Set(pagesIn(layout, seen, keptHeights));
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
    const wanted = layer === 'canvas' ? wholePage(document, index, rect) : partInView(document, index, rect, seen);
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
function partInView(document: OpenDocument, page: number, rect: Rect, seen: Seen): Wanted | undefined {
  if (rect.width * rect.height * devicePixelRatio ** 2 <= mostPixels) return undefined;
  const left = Math.max(0, seen.left - rect.left);
  const top = Math.max(0, seen.top - rect.top);
  const right = Math.min(rect.width, seen.left + seen.width - rect.left);
  const bottom = Math.min(rect.height, seen.top + seen.height - rect.top);
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
