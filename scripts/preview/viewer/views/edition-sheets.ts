import { element } from '../dom/element.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { Layout } from '../layout/lay-out-pages.ts';
import type { Target } from '../layout/target.ts';
import { createPage, type PageView } from './page.ts';

/** The sheets of one edition; what is in view of them stays as it is while another edition is looked at. */
export interface EditionSheets {
  readonly element: HTMLElement;
  readonly pages: readonly PageView[];
  /** What stood at the top when it was left. */
  readonly left: Target | undefined;
  /** Has as many pages as a layout, and its size. */
  readonly fit: (layout: Layout) => void;
  /** Keeps only the pictures of some pages until it is looked at again. */
  readonly leave: (at: Target | undefined, inView: readonly number[]) => void;
}

export function createEditionSheets(worker: DrawingWorker): EditionSheets {
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
