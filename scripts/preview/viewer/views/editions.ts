import type { PreviewEdition } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { list } from '../dom/list.ts';
import { watched } from '../dom/watched.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { countProblems } from '../model/selectors.ts';
import { tellCounts } from '../model/tell-counts.ts';
import { statusIcon, statusWords } from './status-words.ts';

/** All editions with how each is; the one that is shown is marked. */
export function createEditions(dispatch: Dispatch): {
  readonly element: HTMLElement;
  readonly show: (model: Model) => void;
} {
  const host = element('ul', { class: 'editions' });
  let shown: string | undefined;
  const showAll = list<PreviewEdition>(
    host,
    ({ name }) => name,
    () => {
      const title = element('span', { class: 'title' });
      const status = element('span', { class: 'status' });
      const mark = element('span', { class: 'mark' });
      const button = element('button', { type: 'button' }, mark, title, status);
      const showStatus = watched((edition: PreviewEdition) => {
        title.textContent = edition.title;
        if (edition.language) title.lang = edition.language;
        status.textContent = tellStatus(edition);
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
          showStatus(edition);
        },
      };
    },
  );
  return {
    element: host,
    show(model) {
      shown = model.edition;
      showAll(model.state?.editions ?? []);
    },
  };
}

function tellStatus({ status, diagnostics }: PreviewEdition): string {
  const counts = countProblems(diagnostics);
  if (status === 'broken' || (status === 'ready' && counts.warnings > 0)) return tellCounts(counts);
  return statusWords[status];
}
