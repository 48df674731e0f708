import { iconButton } from '../controls.ts';
import { element, type View, watched } from '../dom.ts';
import type { Zoom } from '../model/layout.ts';
import { type Model, ratioOf } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';

/** How large: smaller, a menu that shows the ratio, larger. */
export function createZoomControl(dispatch: Dispatch, latest: () => Model): View<Model> {
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

const steps = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8] as const;

/** The ratios that a menu offers. */
const zoomChoices = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 8] as const;

const zoomLimits = { least: steps[0], most: 8 } as const;

/** The next larger or smaller ratio that somebody would name. */
export function stepZoom(ratio: number, direction: 'in' | 'out'): number {
  // A ratio that follows the window is rarely a step itself, and one near a step would hardly move.
  return direction === 'in'
    ? (steps.find((step) => step > ratio * 1.01) ?? zoomLimits.most)
    : (steps.findLast((step) => step < ratio * 0.99) ?? zoomLimits.least);
}

/** How much a turn of the wheel zooms: pixels of it to a factor of e. */
const pixelsAFactor = 300;

/** Zooms by the wheel with Ctrl, which is also what a pinch on a touchpad is, around the pointer. */
export function followWheel(stage: HTMLElement, dispatch: Dispatch, latest: () => Model): void {
  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      // A notch of a mouse's wheel is 100 or more: less of it, or one would jump.
      const turned = Math.max(-60, Math.min(60, event.deltaY * (event.deltaMode === event.DOM_DELTA_LINE ? 20 : 1)));
      const zoom = Math.min(
        zoomLimits.most,
        Math.max(zoomLimits.least, ratioOf(latest()) * Math.exp(-turned / pixelsAFactor)),
      );
      const { left, top } = stage.getBoundingClientRect();
      dispatch({ kind: 'zoom', zoom, at: { x: event.clientX - left, y: event.clientY - top } });
    },
    { passive: false },
  );
}
