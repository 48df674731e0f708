import type { PreviewHeading } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { list } from '../dom/list.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { shownPlaces, shownView } from '../model/selectors.ts';

/** The headings, each a button that leads to it. */
export function createOutline(dispatch: Dispatch): {
  readonly element: HTMLElement;
  readonly show: (model: Model) => void;
} {
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
