import { iconButton } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { shownView } from '../model/selectors.ts';

/** The number of the page that is read, which can be typed over, between the ways to its neighbours. */
export function createPageEntry(
  dispatch: Dispatch,
  latest: () => Model,
): { readonly element: HTMLElement; readonly show: (model: Model) => void } {
  const step = (by: number) => () => dispatch({ kind: 'go', page: clamp(shownView(latest()).page + by, latest()) });
  const input = element('input', {
    ...{ type: 'text', id: 'page-number', inputmode: 'numeric', autocomplete: 'off', size: 3 },
    ...{ 'aria-label': 'Page', title: 'Page (G)' },
  });
  const of = element('span', { class: 'of' });
  const before = iconButton('Previous page', 'previous', 'K', step(-1));
  const after = iconButton('Next page', 'next', 'J', step(1));
  const reset = () => {
    input.value = String(shownView(latest()).page + 1);
  };
  const go = () => {
    const page = Number(input.value);
    if (Number.isInteger(page) && page > 0) dispatch({ kind: 'go', page: clamp(page - 1, latest()) });
    reset();
  };
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', reset);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') {
      go();
      input.select();
    } else if (key === 'Escape') {
      reset();
      input.blur();
    }
  });
  return {
    element: element('div', { class: 'page-entry', role: 'group', 'aria-label': 'Page' }, before, input, of, after),
    show(model) {
      const { page, document: opened } = shownView(model);
      const count = opened?.pages.length ?? 0;
      if (document.activeElement !== input || input.value === '') input.value = String(page + 1);
      of.textContent = `of ${count || '–'}`;
      input.disabled = count === 0;
      before.disabled = page <= 0;
      after.disabled = page >= count - 1;
    },
  };
}

function clamp(page: number, model: Model): number {
  return Math.min(Math.max(0, page), Math.max(0, (shownView(model).document?.pages.length ?? 1) - 1));
}
