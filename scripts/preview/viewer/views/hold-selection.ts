import { element } from '../dom/element.ts';

/**
 * Keeps a selection that is being drawn where it is while the pointer is over no words. Browsers would take the point for
 * one at the beginning or the end of all: so there is an area under the words, next to the line that was reached last.
 * Beside a line, the selection goes to its end.
 */
export function holdSelection(scroller: HTMLElement): void {
  const area = element('span', { class: 'hold', 'aria-hidden': 'true' });
  let isDrawing = false;
  scroller.addEventListener('pointerdown', ({ target, button, pointerType }) => {
    isDrawing = button === 0 && pointerType === 'mouse' && lineOf(target) !== undefined;
  });
  document.addEventListener('selectionchange', () => {
    if (isDrawing) putBeside(area);
  });
  area.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (isDrawing) reachBeside(area, clientX, clientY);
  });
  for (const end of ['pointerup', 'pointercancel', 'blur']) {
    addEventListener(end, () => {
      isDrawing = false;
      area.remove();
    });
  }
}

/** Puts the area behind the line where the selection ends now; where it was drawn upwards, before it. */
function putBeside(area: HTMLElement): void {
  const selection = getSelection();
  const line = lineOf(selection?.focusNode ?? null);
  if (!selection || selection.isCollapsed || !line) return;
  const isUpwards = selection.direction === 'backward';
  if ((isUpwards ? line.previousSibling : line.nextSibling) === area) return;
  if (isUpwards) line.before(area);
  else line.after(area);
}

/** Extends the selection to that end of a line beside a point which is nearer; lines of other columns are not beside it. */
function reachBeside(area: HTMLElement, x: number, y: number): void {
  const reached = lineOf(getSelection()?.focusNode ?? null)?.getBoundingClientRect();
  if (!reached) return;
  const [nearest] = [...(area.closest('.text')?.querySelectorAll<HTMLElement>('.line') ?? [])]
    .map((line) => ({ line, rect: line.getBoundingClientRect() }))
    .filter(({ rect }) => rect.top <= y && rect.bottom >= y)
    .filter(({ rect }) => rect.left < reached.right && rect.right > reached.left)
    .map(({ line, rect }) => ({ line, isAfter: x > rect.right, away: Math.max(rect.left - x, x - rect.right) }))
    .sort((a, b) => a.away - b.away);
  if (!nearest) return;
  const { line, isAfter } = nearest;
  const isLeftToRight = getComputedStyle(line).direction === 'ltr';
  getSelection()?.extend(line, isAfter === isLeftToRight ? line.childNodes.length : 0);
}

function lineOf(node: EventTarget | null): HTMLElement | undefined {
  const found = node instanceof Element ? node : node instanceof Node ? node.parentElement : undefined;
  return found?.closest<HTMLElement>('.line') ?? undefined;
}
