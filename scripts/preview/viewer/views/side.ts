import type { PreviewDiagnostic, PreviewEdition, PreviewHeading } from '../../protocol.ts';
import { createTabs, icon } from '../controls.ts';
import { element, list, type View, watched } from '../dom.ts';
import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { NextTask } from '../drawing/tasks.ts';
import { type Model, shownPlaces, shownView } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { countProblems, describeBroken, describeCounts, statusWords } from '../model/wording.ts';
import { createThumbnails } from '../pages/thumbnails.ts';

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

/** All editions with how each is; the one that is shown is marked. */
function createEditions(dispatch: Dispatch): View<Model> {
  const host = element('ul', { class: 'editions' });
  let shown: string | undefined;
  let shared: readonly PreviewDiagnostic[] = [];
  const showAll = list<PreviewEdition>(
    host,
    ({ name }) => name,
    () => {
      const title = element('span', { class: 'title' });
      const status = element('span', { class: 'status' });
      const mark = element('span', { class: 'mark' });
      const button = element('button', { type: 'button' }, mark, title, status);
      const showStatus = watched((edition: PreviewEdition, others: typeof shared) => {
        title.textContent = edition.title;
        if (edition.language) title.lang = edition.language;
        status.textContent = describeStatus(edition, others);
        button.dataset.status = edition.status;
        mark.replaceChildren(statusIcon(edition));
      });
      let name = '';
      button.addEventListener('click', () => dispatch({ kind: 'edition', edition: name }));
      return {
        element: element('li', {}, button),
        show(edition) {
          name = edition.name;
          button.setAttribute('aria-current', String(name === shown));
          showStatus(edition, shared);
        },
      };
    },
  );
  return {
    element: host,
    show(model) {
      shown = model.edition;
      shared = model.state?.shared ?? [];
      showAll(model.state?.editions ?? []);
    },
  };
}

function describeStatus(edition: PreviewEdition, shared: readonly PreviewDiagnostic[]): string {
  const { status, diagnostics } = edition;
  if (status === 'broken') return describeBroken(edition, shared);
  const counts = countProblems(diagnostics);
  return status === 'ready' && counts.forRelease + counts.warnings > 0 ? describeCounts(counts) : statusWords[status];
}

/** A shape for each status, so that it can be told without its colour. */
function statusIcon({ status, diagnostics }: Pick<PreviewEdition, 'status' | 'diagnostics'>): SVGElement {
  if (status === 'compiling' || status === 'printing' || status === 'finishing') return icon('working');
  return icon(status === 'ready' && diagnostics.length > 0 ? 'warning' : status);
}

/** The headings, each a button that leads to it. */
function createOutline(dispatch: Dispatch): View<Model> {
  const host = element('ol', { class: 'outline', 'aria-label': 'Outline' });
  const none = element('p', { class: 'none' }, 'The outline comes with the finished pages.');
  let current = -1;
  const showAll = list<PreviewHeading>(
    host,
    ({ title, level }) => `${level} ${title}`,
    () => {
      const title = element('span', { class: 'title' });
      const number = element('span', {});
      const where = element('span', { class: 'on-page' }, element('span', { class: 'unseen' }, ', page '), number);
      const button = element('button', { type: 'button' }, title, where);
      let heading: PreviewHeading | undefined;
      button.addEventListener('click', () => {
        if (heading) dispatch({ kind: 'go', page: heading.page, y: heading.y });
      });
      return {
        element: element('li', {}, button),
        show(next, index) {
          heading = next;
          title.textContent = next.title;
          number.textContent = String(next.page + 1);
          button.dataset.level = String(Math.min(next.level, 4));
          button.setAttribute('aria-current', index === current ? 'location' : 'false');
        },
      };
    },
  );
  return {
    element: element('div', {}, host, none),
    show(model) {
      const outline = shownPlaces(model)?.outline ?? [];
      const { page, y } = shownView(model);
      current = outline.findLastIndex(
        (heading) => heading.page < page || (heading.page === page && heading.y <= y + 1),
      );
      none.hidden = outline.length > 0;
      host.hidden = outline.length === 0;
      showAll(outline);
    },
  };
}
