import { element } from '../dom/element.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { NextTask } from '../drawing/scheduler.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { createEditions } from './editions.ts';
import { createOutline } from './outline.ts';
import { createTabs } from './tabs.ts';
import { createThumbnails } from './thumbnails.ts';

const sideTabs = [
  { name: 'pages', words: 'Pages' },
  { name: 'outline', words: 'Outline' },
] as const;

/** The side: all editions, and the pages or the outline of the one that is shown. */
export function createSide(
  host: HTMLElement,
  {
    dispatch,
    worker,
    latest,
  }: { readonly dispatch: Dispatch; readonly worker: DrawingWorker; readonly latest: () => Model },
): { readonly show: (model: Model) => void; readonly next: NextTask } {
  const editions = createEditions(dispatch);
  const thumbnails = createThumbnails({ dispatch, worker, latest });
  const outline = createOutline(dispatch);
  const tabs = createTabs('side', sideTabs, (side) => dispatch({ kind: 'side', side }));
  tabs.panels.pages.append(thumbnails.element);
  tabs.panels.outline.append(outline.element);
  host.append(
    element('h2', { class: 'small-head' }, 'Editions'),
    editions.element,
    tabs.element,
    tabs.panels.pages,
    tabs.panels.outline,
  );
  return {
    next: () => (latest().side === 'pages' ? thumbnails.next() : undefined),
    show(model) {
      host.hidden = model.side === undefined;
      editions.show(model);
      if (model.side) tabs.show(model.side);
      thumbnails.show(model);
      outline.show(model);
    },
  };
}
