import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { NextTask } from '../drawing/scheduler.ts';
import type { Layout } from '../layout/lay-out-pages.ts';
import { pagesIn, readingPlace } from '../layout/seen.ts';
import { holdPoint, positionOf, type Target } from '../layout/target.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { layoutOf, shownEdition, shownPlaces, shownView } from '../model/selectors.ts';
import { createBoxFocus } from './box-focus.ts';
import { createEditionSheets, type EditionSheets } from './edition-sheets.ts';
import { holdSelection } from './hold-selection.ts';
import { nextPageTask } from './page-tasks.ts';
import { createScroller } from './scroller.ts';
import { showSheets } from './show-sheets.ts';

/** The pages on the stage. */
export interface PagesView {
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
        dispatch({ kind: 'scrolled', ...readingPlace(staged.layout, scroller.seen()) });
    },
    moved: () => {
      wake();
      if (staged && near !== pagesIn(staged.layout, scroller.seen(), 1).join()) showContent(staged);
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
      const seen = scroller.seen();
      staged.sheets.leave(holdPoint(staged.layout, seen, topLeft), pagesIn(staged.layout, seen, 0));
    }
    const sheets = all.get(name) ?? createEditionSheets(worker);
    all.set(name, sheets);
    focus.reset(0);
    scroller.element.replaceChildren(sheets.element);
    target = sheets.left ?? { kind: 'goal', page: shownView(next).page, y: 0 };
    return sheets;
  }

  function keepPlace({ layout, model: before }: Staged, next: Model): Target | undefined {
    const seen = scroller.seen();
    if (next.zoomAt) return holdPoint(layout, seen, next.zoomAt);
    const { width, height } = next.viewport;
    // A window of another size begins with the same line; otherwise it is the page that is read that stays in view.
    if (before.viewport !== next.viewport) return holdPoint(layout, seen, { x: before.viewport.width / 2, y: 0 });
    return holdPoint(layout, seen, { x: width / 2, y: height / 3 }, shownView(next).page);
  }

  function reachTarget({ layout, model }: Staged): void {
    const position = target && model.viewport.width > 0 ? positionOf(target, layout) : undefined;
    if (!position) return;
    scroller.moveTo(position.left, position.top);
    target = undefined;
  }

  /** @param also a page that is shown with its boxes although it is not near */
  function showContent({ model, layout, sheets }: Staged, also?: number): void {
    const shown = pagesIn(layout, scroller.seen(), 1);
    const more = also === undefined ? [] : [also];
    near = shown.join();
    showSheets(sheets.pages, {
      ...{ model, layout },
      near: new Set([...shown, ...more]),
      inView: new Set([...pagesIn(layout, scroller.seen(), 0), ...more]),
      reachable: focus.reachable(),
    });
  }

  return {
    next: () => staged && nextPageTask({ ...staged, pages: staged.sheets.pages, seen: scroller.seen(), dispatch }),
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
