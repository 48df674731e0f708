import type { PlacedBox } from '../../protocol.ts';
import { element } from '../dom.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { NextTask } from '../drawing/tasks.ts';
import {
  holdPoint,
  type Layout,
  pagesIn,
  positionOf,
  type Rect,
  readingPlace,
  type Size,
  type Target,
} from '../model/layout.ts';
import { layoutOf, type Model, shownEdition, shownPlaces, shownView } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { createBoxFocus, type IndexedBox } from './boxes.ts';
import { createPage, type PageView } from './page.ts';
import { nextPageTask } from './page-pictures.ts';
import { holdSelection } from './text-layer.ts';

/** The pages on the stage. */
interface PagesView {
  readonly show: (model: Model) => void;
  readonly next: NextTask;
}

/** What is on the stage. */
interface Staged {
  readonly model: Model;
  readonly layout: Layout;
  readonly sheets: EditionSheets;
}

const topLeft = { x: 0, y: 0 };

/**
 * Shows the pages. Scrolling is the browser's own; the model is given the page that is read, and asks by its goal for
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
  const all = new Map<string, EditionSheets>();
  let staged: Staged | undefined;
  let serial = 0;
  /** Where to scroll once there are pages. */
  let target: Target | undefined;
  let near = '';

  const scroller = createScroller({
    resized: (viewport) => dispatch({ kind: 'resized', viewport }),
    scrolled: () => {
      if (staged && staged.layout.pages.length > 0)
        dispatch({ kind: 'scrolled', ...readingPlace(staged.layout, scroller.visible()) });
    },
    moved: () => {
      wake();
      if (staged && near !== pagesIn(staged.layout, scroller.visible(), 1).join()) showContent(staged);
    },
  });
  const focus = createBoxFocus(scroller.element, {
    pick: (box) => dispatch({ kind: 'pick', box }),
    open: (index) => {
      const box = staged && shownPlaces(staged.model)?.boxes[index];
      if (box) dispatch({ kind: 'open', place: box });
    },
    reach: (index) => {
      if (staged) showContent(staged, shownPlaces(staged.model)?.boxes[index]?.page);
    },
  });
  holdSelection(scroller.element);
  stage.prepend(scroller.element);

  function changeEdition(next: Model): EditionSheets {
    const name = next.edition ?? '';
    if (staged) {
      const visible = scroller.visible();
      staged.sheets.leave(holdPoint(staged.layout, visible, topLeft), pagesIn(staged.layout, visible, 0));
    }
    const sheets = all.get(name) ?? createEditionSheets(worker);
    all.set(name, sheets);
    focus.reset(0);
    scroller.element.replaceChildren(sheets.element);
    target = sheets.left ?? { kind: 'goal', page: shownView(next).page, y: 0 };
    return sheets;
  }

  function keepPlace({ layout, model: before }: Staged, next: Model): Target | undefined {
    const visible = scroller.visible();
    if (next.zoomAt) return holdPoint(layout, visible, next.zoomAt);
    const { width, height } = next.viewport;
    // A window of another size begins with the same line; otherwise it is the page that is read that stays in view.
    if (before.viewport !== next.viewport) return holdPoint(layout, visible, { x: before.viewport.width / 2, y: 0 });
    return holdPoint(layout, visible, { x: width / 2, y: height / 3 }, shownView(next).page);
  }

  function reachTarget({ layout, model }: Staged): void {
    const position = target && model.viewport.width > 0 ? positionOf(target, layout) : undefined;
    if (!position) return;
    scroller.moveTo(position.left, position.top);
    target = undefined;
  }

  /** @param also a page that is shown with its boxes although it is not near */
  function showContent({ model, layout, sheets }: Staged, also?: number): void {
    const shown = pagesIn(layout, scroller.visible(), 1);
    const more = also === undefined ? [] : [also];
    near = shown.join();
    showSheets(sheets.pages, {
      model,
      layout,
      near: new Set([...shown, ...more]),
      inView: new Set([...pagesIn(layout, scroller.visible(), 0), ...more]),
      reachable: focus.reachable(),
    });
  }

  return {
    next: () =>
      staged && nextPageTask({ ...staged, pages: staged.sheets.pages, visible: scroller.visible(), dispatch }),
    show(model) {
      const isSame = staged !== undefined && staged.model.edition === model.edition;
      const sheets = staged && isSame ? staged.sheets : changeEdition(model);
      const layout = layoutOf(model);
      if (model.goal.serial !== serial) {
        serial = model.goal.serial;
        target = { kind: 'goal', page: model.goal.page, y: model.goal.y };
      }
      if (!isSame || layout !== staged?.layout) {
        if (staged && isSame) target ??= keepPlace(staged, model);
        sheets.fit(layout);
      }
      staged = { model, layout, sheets };
      scroller.element.setAttribute('aria-label', `Pages of ${shownEdition(model)?.title ?? 'the edition'}`);
      scroller.element.classList.toggle('with-boxes', model.overlays.boxes);
      scroller.element.dataset.vision = model.vision;
      showContent(staged);
      // Pages have to stand where they belong before one can scroll there, and then others are near.
      if (target) {
        reachTarget(staged);
        showContent(staged);
      }
      wake();
    },
  };
}

/** The sheets of one edition; what is in view of them stays as it is while another edition is looked at. */
interface EditionSheets {
  readonly element: HTMLElement;
  readonly pages: readonly PageView[];
  /** What stood at the top when it was left. */
  readonly left: Target | undefined;
  /** Has as many pages as a layout, and its size. */
  readonly fit: (layout: Layout) => void;
  /** Keeps only the pictures of some pages until it is looked at again. */
  readonly leave: (at: Target | undefined, inView: readonly number[]) => void;
}

function createEditionSheets(worker: DrawingWorker): EditionSheets {
  const host = element('div', { class: 'sheets' });
  const pages: PageView[] = [];
  let left: Target | undefined;
  return {
    element: host,
    pages,
    get left() {
      return left;
    },
    fit({ size, pages: places }) {
      Object.assign(host.style, { width: `${size.width}px`, height: `${size.height}px` });
      while (pages.length > places.length) pages.pop()?.element.remove();
      while (pages.length < places.length) {
        const page = createPage(worker);
        pages.push(page);
        host.append(page.element);
      }
    },
    leave(at, inView) {
      left = at;
      pages.forEach((page, index) => {
        if (!inView.includes(index)) page.canvas.clear();
        page.detail.clear();
      });
    },
  };
}

/** Shows the model in the sheets of its edition; boxes only on pages that are near what is visible. */
function showSheets(
  pages: readonly PageView[],
  {
    model,
    layout,
    near,
    inView,
    reachable,
  }: {
    readonly model: Model;
    readonly layout: Layout;
    readonly near: ReadonlySet<number>;
    readonly inView: ReadonlySet<number>;
    /** The index of the box that Tab led to last. */
    readonly reachable: number;
  },
): void {
  const view = shownView(model);
  const places = view.places?.places;
  const title = shownEdition(model)?.title ?? model.edition ?? '';
  const boxes = places?.boxes ?? [];
  const first = reachableNow(boxes, { reachable, inView, read: view.page });
  const indexed = boxes.flatMap((box, index): readonly IndexedBox[] =>
    near.has(box.page) ? [{ index, box, picked: index === model.picked, reachable: index === first }] : [],
  );
  const ofPage = Map.groupBy(indexed, ({ box }) => box.page);
  pages.forEach((page, index) => {
    const rect = layout.pages[index];
    const paper = view.document?.pages[index];
    if (!rect || !paper) return;
    page.show({
      rect,
      paper,
      places,
      overlays: model.overlays,
      label: `Page ${index + 1} of ${title}`,
      changed: view.changed.includes(index),
      boxes: ofPage.get(index) ?? [],
      text: view.texts?.pages[index],
      near: near.has(index),
    });
  });
}

/** The box that Tab leads to: the one where somebody was, while it is in view; else the first of the page that is read. */
function reachableNow(
  boxes: readonly PlacedBox[],
  { reachable, inView, read }: { reachable: number; inView: ReadonlySet<number>; read: number },
): number {
  const last = boxes[reachable];
  if (last && inView.has(last.page)) return reachable;
  return boxes.findIndex(({ page }) => page >= read);
}

/** What scrolls the pages: the browser itself; this tells what is visible, and moves it. */
interface Scroller {
  readonly element: HTMLElement;
  readonly visible: () => Rect;
  readonly moveTo: (left: number, top: number) => void;
}

/** @param on told when somebody scrolls (not of `moveTo`), of every scrolling, and of a new size */
function createScroller(on: {
  readonly scrolled: () => void;
  readonly moved: () => void;
  readonly resized: (size: Size) => void;
}): Scroller {
  const scroller = element('div', { class: 'scroller', id: 'stage', tabindex: 0, role: 'group' });
  let set = { left: -1, top: -1 };
  new ResizeObserver(() => on.resized({ width: scroller.clientWidth, height: scroller.clientHeight })).observe(
    scroller,
  );
  scroller.addEventListener('scroll', () => {
    on.moved();
    const asSet = Math.abs(scroller.scrollTop - set.top) < 2 && Math.abs(scroller.scrollLeft - set.left) < 2;
    if (!asSet) on.scrolled();
  });
  return {
    element: scroller,
    visible: () => ({
      left: scroller.scrollLeft,
      top: scroller.scrollTop,
      width: scroller.clientWidth,
      height: scroller.clientHeight,
    }),
    moveTo(left, top) {
      scroller.scrollTo({ left, top, behavior: 'instant' });
      set = { left: scroller.scrollLeft, top: scroller.scrollTop };
    },
  };
}
