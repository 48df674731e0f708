import { element } from '../dom/element.ts';
import type { Seen } from '../layout/seen.ts';
import type { Size } from '../model/model.ts';

/** What scrolls the pages: the browser itself; this tells what is seen, and moves it. */
export interface Scroller {
  readonly element: HTMLElement;
  readonly seen: () => Seen;
  readonly moveTo: (left: number, top: number) => void;
}

/** @param on told when somebody scrolls (not of `moveTo`), of every scrolling, and of a new size */
export function createScroller(on: {
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
    seen: () => ({
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
