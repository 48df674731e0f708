import { find } from '../dom/find.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { shortcuts } from './shortcuts.ts';

/** Keys of the browser's own that scroll. */
const scrolls = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', ' ']);
const all = shortcuts.flatMap((group) => group.shortcuts);

/** Does what the shortcuts say, except where somebody types or a dialog is open. */
export function followKeys(dispatch: Dispatch, latest: () => Model): void {
  addEventListener('keydown', (event) => {
    const model = latest();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // Asked of the page itself: the model learns of a dialog’s end a moment later, and a key in between would be lost.
    if (document.querySelector('dialog[open]') || isTyping(event.target)) return;
    // Speech input types letters: they can be switched off (WCAG 2.1.4).
    if (model.keys === 'off' && event.key.length === 1 && event.key !== '?') return;
    // Without a focus, keys that scroll would scroll the frame, which does not.
    if (scrolls.has(event.key) && event.target === document.body) find('.scroller').focus();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const effect = all.find(({ keys }) => keys.includes(key))?.effect(model);
    if (!effect) return;
    event.preventDefault();
    if (effect.kind === 'focus') document.querySelector<HTMLElement>(effect.selector)?.focus();
    else dispatch(effect);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input[type=text], select, textarea, [contenteditable]');
}
