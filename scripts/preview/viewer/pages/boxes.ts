import type { PlacedBox } from '../../protocol.ts';
import { element, list, setAttributes, watched } from '../dom.ts';
import type { Size } from '../model/layout.ts';
import { kindWords, placeText } from '../model/wording.ts';

/** A box with its index among all of its edition, which names it in the model. */
export interface IndexedBox {
  readonly index: number;
  readonly box: PlacedBox;
  readonly picked: boolean;
  /** Of all boxes, one is reached by Tab; arrows lead to the others. */
  readonly reachable: boolean;
}

/** The boxes of a page, each a button over what it names. */
export function createBoxes(): {
  readonly element: HTMLElement;
  readonly show: (boxes: readonly IndexedBox[], paper: Size) => void;
} {
  const layer = element('div', { class: 'boxes' });
  let paper: Size = { width: 1, height: 1 };
  const showAll = list<IndexedBox>(
    layer,
    ({ index }) => String(index),
    () => {
      const button = element('button', { type: 'button', class: 'box', 'aria-haspopup': 'dialog' });
      const place = watched((box: PlacedBox, { width, height }: Size) => {
        setAttributes(button, {
          'data-kind': box.kind,
          // Its words are heard from the page itself: here they are no name, and heard only of the box that has the focus.
          'aria-label': `${kindWords[box.kind]}, ${placeText(box)}`,
          'aria-description': box.label,
        });
        Object.assign(button.style, {
          left: `${(box.x / width) * 100}%`,
          top: `${(box.y / height) * 100}%`,
          width: `${(box.width / width) * 100}%`,
          height: `${(box.height / height) * 100}%`,
          // A box within another lies over it.
          zIndex: String(Math.max(1, 1_000 - Math.round((box.width * box.height) / 500))),
        });
      });
      return {
        element: button,
        show({ index, box, picked, reachable }) {
          button.dataset.index = String(index);
          button.tabIndex = reachable ? 0 : -1;
          button.setAttribute('aria-expanded', String(picked));
          place(box, paper);
        },
      };
    },
  );
  return {
    element: layer,
    show(boxes, size) {
      paper = size;
      showAll(boxes);
    },
  };
}

/** The way through the boxes by keyboard: Tab leads to one of them, arrows from there to the others. */
interface BoxFocus {
  /** The index of the box that Tab leads to. */
  readonly reachable: () => number;
  readonly reset: (index: number) => void;
}

/** CSS pixels that a pointer may move within one press. */
const slip = 4;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Leads keys and pointer to the boxes within a scroller.
 *
 * @param on `pick` is called after a click, or of Enter; `open` of a second click; `reach` brings the box of an index in place,
 * before it gets the focus
 */
export function createBoxFocus(
  scroller: HTMLElement,
  on: Readonly<Record<'pick' | 'open' | 'reach', (index: number) => void>>,
): BoxFocus {
  let reachable = 0;
  const reach = (index: number) => {
    if (index === reachable) return;
    reachable = index;
    on.reach(index);
  };
  scroller.addEventListener('focusin', ({ target }) => {
    const index = indexOf(target);
    if (index !== undefined) reach(index);
  });
  followPointer(scroller, on);
  scroller.addEventListener('keydown', (event) => {
    const from = indexOf(event.target);
    const step = steps[event.key];
    if (from === undefined || step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    reach(Math.max(0, from + step));
    const button = scroller.querySelector<HTMLElement>(`.box[data-index="${reachable}"]`);
    if (!button) return reach(from);
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return {
    reachable: () => reachable,
    reset(index) {
      reachable = index;
    },
  };
}

function indexOf(target: EventTarget | null): number | undefined {
  const index = target instanceof HTMLElement ? target.closest<HTMLElement>('.box')?.dataset.index : undefined;
  return index === undefined ? undefined : Number(index);
}

/** Boxes are pressed through the words that lie over them, unless the press selects some of these. */
function followPointer(scroller: HTMLElement, on: Readonly<Record<'pick' | 'open', (index: number) => void>>): void {
  let pressed = { x: 0, y: 0 };
  const pressedBox = (event: MouseEvent): number | undefined => {
    // What is pressed by a key has no place of its own.
    if (event.detail === 0) return indexOf(event.target);
    return indexOf(boxAt(scroller, event.clientX, event.clientY) ?? null);
  };
  scroller.addEventListener('pointerdown', ({ clientX, clientY }) => {
    pressed = { x: clientX, y: clientY };
  });
  scroller.addEventListener('click', (event) => {
    const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > slip;
    const selects = (moved || event.shiftKey) && getSelection()?.isCollapsed === false;
    const index = event.detail > 0 && selects ? undefined : pressedBox(event);
    if (index !== undefined) on.pick(index);
  });
  scroller.addEventListener('dblclick', (event) => {
    const index = pressedBox(event);
    if (index !== undefined) on.open(index);
  });
  let pointedAt: HTMLElement | undefined;
  const pointAt = (box: HTMLElement | undefined) => {
    if (box === pointedAt) return;
    pointedAt?.removeAttribute('data-pointed');
    box?.setAttribute('data-pointed', '');
    pointedAt = box;
  };
  scroller.addEventListener('pointermove', ({ clientX, clientY, buttons }) =>
    pointAt(buttons === 0 ? boxAt(scroller, clientX, clientY) : undefined),
  );
  scroller.addEventListener('pointerleave', () => pointAt(undefined));
}

/** The box under a point of the window. Words lie over boxes, and other boxes over those that they stand within. */
function boxAt(scroller: HTMLElement, x: number, y: number): HTMLElement | undefined {
  return document
    .elementsFromPoint(x, y)
    .find(
      (found): found is HTMLElement =>
        found instanceof HTMLElement && found.matches('.box') && scroller.contains(found),
    );
}
