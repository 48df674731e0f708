import type { PreviewDiagnostic, PreviewEdition } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { list } from '../dom/list.ts';
import { watched } from '../dom/watched.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { countProblems, shownEdition } from '../model/selectors.ts';
import { tellCounts } from '../model/tell-counts.ts';
import { problemKey, showProblem } from './problem.ts';
import { tellShown } from './tell-shown.ts';

/** The panel of what is wrong: shared files, the edition that is shown, and how many problems the others have. */
export function createProblems(dispatch: Dispatch): {
  readonly element: HTMLElement;
  readonly show: (model: Model) => void;
} {
  const shared = createGroup(dispatch);
  const own = createGroup(dispatch);
  const broken = element('p', { class: 'broken', hidden: true });
  const none = element('p', { class: 'none' });
  const others = element('ul', { class: 'other-problems' });
  const othersGroup = element(
    'section',
    { class: 'group', 'aria-label': 'Other editions' },
    element('h3', {}, 'Other editions'),
    others,
  );
  const showOthers = list<PreviewEdition>(
    others,
    ({ name }) => name,
    () => {
      const button = element('button', { type: 'button', class: 'link' });
      let name = '';
      button.addEventListener('click', () => dispatch({ kind: 'edition', edition: name }));
      return {
        element: element('li', {}, button),
        show(edition) {
          name = edition.name;
          button.textContent = `${edition.title}: ${tellCounts(countProblems(edition.diagnostics))}`;
        },
      };
    },
  );
  return {
    element: element('div', { class: 'problems' }, broken, shared.element, own.element, none, othersGroup),
    show({ state, edition, ...model }) {
      const shown = shownEdition({
        ...model,
        ...(state ? { state } : {}),
        ...(edition === undefined ? {} : { edition }),
      });
      const title = shown?.title ?? '';
      broken.hidden = shown?.status !== 'broken';
      broken.textContent = `The last save is broken. ${tellShown(shown?.shown)}`;
      shared.show('Shared files', state?.shared ?? []);
      own.show(title, shown?.diagnostics ?? []);
      none.hidden = (state?.shared.length ?? 0) + (shown?.diagnostics.length ?? 0) > 0;
      none.textContent = shown ? `Nothing is wrong with ${title}.` : 'There is no edition yet.';
      const rest = state?.editions.filter(({ name, diagnostics }) => name !== edition && diagnostics.length > 0) ?? [];
      othersGroup.hidden = rest.length === 0;
      showOthers(rest);
    },
  };
}

/** What keeps most back is shown first. */
const weight: Readonly<Record<PreviewDiagnostic['severity'], number>> = { error: 2, release: 1, warning: 0 };

function createGroup(dispatch: Dispatch): {
  readonly element: HTMLElement;
  readonly show: (title: string, diagnostics: readonly PreviewDiagnostic[]) => void;
} {
  const head = element('h3', {});
  const host = element('ul', {});
  const section = element('section', { class: 'group' }, head, host);
  const showAll = list<PreviewDiagnostic>(host, problemKey, () => {
    const item = element('li', {});
    const fill = watched((_key: string, diagnostic: PreviewDiagnostic) =>
      item.replaceChildren(showProblem(diagnostic, (place) => dispatch({ kind: 'open', place }))),
    );
    let kept: PreviewDiagnostic | undefined;
    return {
      element: item,
      show(diagnostic) {
        // States are whole: the same diagnostic comes again as another object.
        kept = kept && JSON.stringify(kept) === JSON.stringify(diagnostic) ? kept : diagnostic;
        fill(problemKey(kept), kept);
      },
    };
  });
  return {
    element: section,
    show(title, diagnostics) {
      section.hidden = diagnostics.length === 0;
      section.setAttribute('aria-label', `Problems of ${title}`);
      head.textContent = `${title}: ${tellCounts(countProblems(diagnostics))}`;
      showAll(diagnostics.toSorted((one, other) => weight[other.severity] - weight[one.severity]));
    },
  };
}
