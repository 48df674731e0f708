import { zoomLimits } from '../layout/zoom-steps.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { ratioOf } from '../model/selectors.ts';

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
