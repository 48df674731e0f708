/** The way through the boxes by keyboard: Tab leads to one of them, arrows from there to the others. */
export interface BoxFocus {
  /** The index of the box that Tab leads to. */
  readonly reachable: () => number;
  readonly reset: (index: number) => void;
}

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
  scroller.addEventListener('click', ({ target }) => {
    const index = indexOf(target);
    if (index !== undefined) on.pick(index);
  });
  scroller.addEventListener('dblclick', ({ target }) => {
    const index = indexOf(target);
    if (index !== undefined) on.open(index);
  });
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
