import { element } from '../dom/element.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { NextTask } from '../drawing/scheduler.ts';
import { type Anchor, anchorAt, pointOf } from '../layout/anchor.ts';
import type { Layout } from '../layout/lay-out-pages.ts';
import { pagesIn, readingPlace } from '../layout/seen.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { layoutOf, shownEdition, shownPlaces, shownView } from '../model/selectors.ts';
import { createBoxFocus } from './box-focus.ts';
import { createPage, type PageView } from './page.ts';
import { nextPageTask } from './page-tasks.ts';
import { createScroller } from './scroller.ts';
import { showSheets } from './show-sheets.ts';

/** The sheets of one edition; they stay as they are while another is looked at. */
interface Sheets {
  readonly element: HTMLElement;
  readonly pages: PageView[];
  /** What stood at the top when it was left. */
  left?: Anchor;
}

/** Where to scroll once there are pages: a point of a page, in points or as a share, and where in the view it is to lie. */
type Target =
  | { readonly kind: 'goal'; readonly page: number; readonly y: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; readonly at: { readonly x: number; readonly y: number } };

/** Room that stays above a place that was jumped to, in CSS pixels. */
const headroom = 16;
const topLeft = { x: 0, y: 0 };

/** The pages on the stage. */
export interface PagesView {
  readonly show: (model: Model) => void;
  readonly next: NextTask;
}

/**
 * Shows the pages. Scrolling is the browser's own; the model is told which page is read, and asks by its goal for
 * another. Whatever moves the pages, the point that was looked at stays where it was.
 */
export function createPages(
  stage: HTMLElement,
  {
    dispatch,
    worker,
    wake,
  }: { readonly dispatch: Dispatch; readonly worker: DrawingWorker; readonly wake: () => void },
): PagesView {
  const sheets = new Map<string, Sheets>();
  let model: Model | undefined;
  let layout: Layout | undefined;
  let edition: string | undefined;
  let serial = 0;
  let target: Target | undefined;
  let near = '';

  const scroller = createScroller({
    resized: (viewport) => dispatch({ kind: 'resized', viewport }),
    scrolled: () => {
      if (layout && layout.pages.length > 0) dispatch({ kind: 'scrolled', ...readingPlace(layout, scroller.seen()) });
    },
    moved: () => {
      wake();
      if (layout && near !== nearPages(layout).join()) showContent();
    },
  });
  const focus = createBoxFocus(scroller.element, {
    pick: (box) => dispatch({ kind: 'pick', box }),
    reach: (index) => showContent(model && shownPlaces(model)?.boxes[index]?.page),
  });
  stage.prepend(scroller.element);

  const nearPages = (of: Layout) => pagesIn(of, scroller.seen(), 1);

  function sheetsOf(name: string): Sheets {
    const known = sheets.get(name) ?? { element: element('div', { class: 'sheets' }), pages: [] };
    sheets.set(name, known);
    return known;
  }

  function anchored(at: { readonly x: number; readonly y: number }, page?: number): Target | undefined {
    if (!layout || layout.pages.length === 0) return undefined;
    const { left, top } = scroller.seen();
    const anchor = anchorAt(layout, left + at.x, top + at.y, page);
    const point = pointOf(layout, anchor);
    return { kind: 'anchor', anchor, at: { x: point.x - left, y: point.y - top } };
  }

  function changeEdition(next: Model): void {
    const leaving = anchored(topLeft);
    const before = edition === undefined ? undefined : sheets.get(edition);
    if (before && leaving?.kind === 'anchor') before.left = leaving.anchor;
    edition = next.edition;
    layout = undefined;
    focus.reset(0);
    const now = edition === undefined ? undefined : sheetsOf(edition);
    scroller.element.replaceChildren(...(now ? [now.element] : []));
    target = now?.left
      ? { kind: 'anchor', anchor: now.left, at: topLeft }
      : { kind: 'goal', page: shownView(next).page, y: 0 };
  }

  function changeLayout(next: Model, to: Layout): void {
    const { width, height } = next.viewport;
    // Without a pointer, the page that is read stays in view.
    target ??= next.zoomAt ? anchored(next.zoomAt) : anchored({ x: width / 2, y: height / 3 }, shownView(next).page);
    layout = to;
    const now = sheetsOf(next.edition ?? '');
    Object.assign(now.element.style, { width: `${to.size.width}px`, height: `${to.size.height}px` });
    while (now.pages.length > to.pages.length) now.pages.pop()?.element.remove();
    while (now.pages.length < to.pages.length) {
      const page = createPage(worker);
      now.pages.push(page);
      now.element.append(page.element);
    }
  }

  function showContent(also?: number): void {
    if (!model || !layout || edition === undefined) return;
    const shown = nearPages(layout);
    near = shown.join();
    showSheets(sheetsOf(edition).pages, {
      ...{ model, layout },
      near: new Set(also === undefined ? shown : [...shown, also]),
      inView: new Set([...pagesIn(layout, scroller.seen(), 0), ...(also === undefined ? [] : [also])]),
      reachable: focus.reachable(),
    });
  }

  function reachTarget(to: Layout, width: number): void {
    if (!target || to.pages.length === 0 || width === 0) return;
    if (target.kind === 'goal') {
      const page = to.pages[target.page] ?? to.pages.at(-1);
      if (page) scroller.moveTo(page.left - headroom, page.top + target.y * to.scale - headroom);
    } else {
      const point = pointOf(to, target.anchor);
      scroller.moveTo(point.x - target.at.x, point.y - target.at.y);
    }
    target = undefined;
  }

  return {
    next: () =>
      model && layout && edition !== undefined
        ? nextPageTask({ model, layout, seen: scroller.seen(), pages: sheetsOf(edition).pages, dispatch })
        : undefined,
    show(next) {
      if (next.edition !== edition) changeEdition(next);
      model = next;
      if (next.goal.serial !== serial) {
        serial = next.goal.serial;
        target = { kind: 'goal', page: next.goal.page, y: next.goal.y };
      }
      const to = layoutOf(next);
      if (to !== layout) changeLayout(next, to);
      scroller.element.setAttribute('aria-label', `Pages of ${shownEdition(next)?.title ?? 'the edition'}`);
      scroller.element.classList.toggle('with-boxes', next.overlays.boxes);
      scroller.element.dataset.vision = next.vision;
      reachTarget(to, next.viewport.width);
      showContent();
      wake();
    },
  };
}
