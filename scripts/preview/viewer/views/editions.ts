import type { PreviewDiagnostic, PreviewEdition } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { list } from '../dom/list.ts';
import { watched } from '../dom/watched.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { countProblems } from '../model/selectors.ts';
import { tellBroken } from '../model/tell-broken.ts';
import { tellCounts } from '../model/tell-counts.ts';
import { statusIcon, statusWords } from './status-words.ts';

/** All editions with how each is; the one that is shown is marked. */
export function createEditions(dispatch: Dispatch): {
  readonly element: HTMLElement;
  readonly show: (model: Model) => void;
} {
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
        status.textContent = tellStatus(edition, others);
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

function tellStatus(edition: PreviewEdition, shared: readonly PreviewDiagnostic[]): string {
  const { status, diagnostics } = edition;
  if (status === 'broken') return tellBroken(edition, shared);
  const counts = countProblems(diagnostics);
  return status === 'ready' && counts.forRelease + counts.warnings > 0 ? tellCounts(counts) : statusWords[status];
}
