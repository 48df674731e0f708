import type { OpenRequest, PreviewDiagnostic, PreviewEdition } from '../../protocol.ts';
import { icon, placeLink } from '../controls.ts';
import { element, list, type View, watched } from '../dom.ts';
import { type Model, shownEdition } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { countProblems, describeCounts, describeShown } from '../model/wording.ts';

/** The panel of what is wrong: shared files, the edition that is shown, and how many problems the others have. */
export function createProblems(dispatch: Dispatch): View<Model> {
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
          button.textContent = `${edition.title}: ${describeCounts(countProblems(edition.diagnostics))}`;
        },
      };
    },
  );
  return {
    element: element('div', { class: 'problems' }, broken, shared.element, own.element, none, othersGroup),
    show(model) {
      const { state, edition } = model;
      const shown = shownEdition(model);
      const title = shown?.title ?? '';
      broken.hidden = shown?.status !== 'broken';
      broken.textContent = `The last save is broken. ${describeShown(shown?.shown)}`;
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
      head.textContent = `${title}: ${describeCounts(countProblems(diagnostics))}`;
      showAll(diagnostics.toSorted((one, other) => weight[other.severity] - weight[one.severity]));
    },
  };
}

/** What tells one diagnostic from another. */
function problemKey({ file, line, column, rule, message }: PreviewDiagnostic): string {
  return `${file}:${line}:${column} ${rule} ${message}`;
}

/** A diagnostic: what is wrong, the cure, where, and the rule with the page that explains it. */
function showProblem(
  { severity, rule, file, line, column, message, cure, help }: PreviewDiagnostic,
  open: (place: OpenRequest) => void,
): HTMLElement {
  const ruleText = element('code', { class: 'rule' }, rule);
  const address = `help/${encodeURIComponent(rule)}`;
  const explained = element(
    'a',
    { class: 'rule', href: address, target: '_blank', rel: 'noopener', title: 'What the rule says, with examples' },
    ruleText,
  );
  return element(
    'article',
    { class: 'problem', 'data-severity': severity },
    icon(severity),
    element(
      'div',
      {},
      element('p', { class: 'message' }, element('span', { class: 'unseen' }, `${severity}: `), message),
      cure === undefined ? undefined : element('p', { class: 'cure' }, cure),
      element(
        'p',
        { class: 'where' },
        file === '' || line === 0 ? undefined : placeLink({ file, line, column }, open),
        help === undefined ? ruleText : explained,
      ),
    ),
  );
}
