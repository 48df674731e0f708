import { iconButton } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import { watched } from '../dom/watched.ts';
import { stepZoom, zoomChoices, zoomLimits } from '../layout/zoom-steps.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model, Zoom } from '../model/model.ts';
import { ratioOf } from '../model/selectors.ts';

/** How large: smaller, a menu that shows the ratio, larger. */
export function createZoomControl(
  dispatch: Dispatch,
  latest: () => Model,
): { readonly element: HTMLElement; readonly show: (model: Model) => void } {
  const step = (direction: 'in' | 'out') => () =>
    dispatch({ kind: 'zoom', zoom: stepZoom(ratioOf(latest()), direction) });
  const out = iconButton('Zoom out', 'out', '−', step('out'));
  const larger = iconButton('Zoom in', 'in', '+', step('in'));
  const current = element('option', { value: 'current', hidden: true });
  const menu = element(
    'select',
    { 'aria-label': 'Zoom', title: 'Zoom' },
    current,
    element('option', { value: 'width' }, 'Fit width'),
    element('option', { value: 'page' }, 'Fit page'),
    ...zoomChoices.map((ratio) => element('option', { value: ratio }, percent(ratio))),
  );
  menu.addEventListener('change', () => dispatch({ kind: 'zoom', zoom: chosen(menu.value) }));
  const showRatio = watched((zoom: Zoom, ratio: number) => {
    current.textContent = typeof zoom === 'number' ? percent(zoom) : `${percent(ratio)} · ${fits[zoom]}`;
    menu.value = 'current';
    out.disabled = ratio <= zoomLimits.least;
    larger.disabled = ratio >= zoomLimits.most;
  });
  return {
    element: element('div', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' }, out, menu, larger),
    show: (model) => showRatio(model.zoom, ratioOf(model)),
  };
}

const fits = { width: 'width', page: 'page' } as const;

function chosen(value: string): Zoom {
  return value === 'width' || value === 'page' ? value : Number(value);
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}
