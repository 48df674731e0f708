import { boxAt } from './box-at.ts';

/** The way through the boxes by keyboard: Tab leads to one of them, arrows from there to the others. */
export interface BoxFocus {
  /** The index of the box that Tab leads to. */
  readonly reachable: () => number;
  readonly reset: (index: number) => void;
}

/** CSS pixels that a pointer may move within one press. */
const slip = 4;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * @param on `pick` is told of a click, or of Enter; `open` of a second click; `reach` brings the box of an index in place,
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
