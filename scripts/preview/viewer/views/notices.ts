import type { PreviewDiagnostic, PreviewEdition } from '../../protocol.ts';
import { textButton } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { watched } from '../dom/watched.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { countProblems, shownEdition } from '../model/selectors.ts';
import { tellCounts } from '../model/tell-counts.ts';
import { copyButton } from './copy-button.ts';
import { placeLink } from './place-link.ts';
import { tellShown } from './tell-shown.ts';

/** What lies over the pages when they are not what was saved last: a broken save, a server that is gone, a fault. */
export function createNotices(host: HTMLElement, dispatch: Dispatch): (model: Model) => void {
  const broken = element('section', { class: 'notice notice-error', 'aria-label': 'Broken save', hidden: true });
  const lost = element(
    'section',
    { class: 'notice notice-warning', 'aria-label': 'Connection', hidden: true },
    icon('warning'),
    element(
      'div',
      {},
      element('p', { class: 'head' }, 'The preview’s server does not answer.'),
      element(
        'p',
        {},
        'The pages are those that it sent last. It is asked again each second; if it was ended, run npm run preview and open the address that it prints.',
      ),
    ),
  );
  const fault = element('section', {
    class: 'notice notice-warning',
    'aria-label': 'Editor',
    role: 'alert',
    hidden: true,
  });
  const empty = element('p', { class: 'empty' });
  host.append(empty, lost, broken, fault);

  const showBroken = watched(
    (key: string, edition: PreviewEdition | undefined, shared: readonly PreviewDiagnostic[]) => {
      broken.hidden = key === '';
      if (edition) broken.replaceChildren(icon('error'), tellBroken(edition, shared, dispatch));
    },
  );
  const showFault = watched((openFault: Model['openFault']) => {
    fault.hidden = openFault === undefined;
    if (openFault) fault.replaceChildren(icon('warning'), tellFault(openFault, dispatch));
  });
  return (model) => {
    const edition = shownEdition(model);
    const shared = model.state?.shared ?? [];
    // The panel of problems says it, too.
    const isBroken = edition?.status === 'broken' && model.panel !== 'problems';
    showBroken(isBroken ? JSON.stringify([edition.diagnostics, shared, edition.shown]) : '', edition, shared);
    lost.hidden = model.connection !== 'lost';
    // The box's own popover tells of it where one is open.
    showFault(model.picked === undefined ? model.openFault : undefined);
    empty.hidden = edition?.shown !== undefined;
    empty.textContent = tellEmpty(model, edition);
  };
}

function tellEmpty({ connection, state }: Model, edition: PreviewEdition | undefined): string {
  if (connection === 'connecting') return 'Connecting to the preview’s server…';
  if (!edition) return state ? 'There is no edition in content/ yet: npm run new makes one.' : '';
  return edition.status === 'broken' ? 'There are no pages yet.' : 'The first pages are being made…';
}

function tellBroken(edition: PreviewEdition, shared: readonly PreviewDiagnostic[], dispatch: Dispatch): HTMLElement {
  const all = [...shared, ...edition.diagnostics];
  const first = all.find(({ severity }) => severity === 'error');
  const { shown } = edition;
  const { errors } = countProblems(all);
  return element(
    'div',
    {},
    element(
      'p',
      { class: 'head' },
      `${errors === 0 ? 'The last save could not be printed.' : `The last save has ${tellCounts({ errors, forRelease: 0, warnings: 0 })}.`} ${tellShown(shown)}`,
    ),
    first ? element('p', {}, first.message) : undefined,
    first?.cure === undefined ? undefined : element('p', { class: 'cure' }, first.cure),
    element(
      'p',
      { class: 'actions' },
      first && first.line > 0 ? placeLink(first, (place) => dispatch({ kind: 'open', place })) : undefined,
      textButton('All problems', () => dispatch({ kind: 'panel', panel: 'problems' })),
    ),
  );
}

function tellFault({ message, place }: NonNullable<Model['openFault']>, dispatch: Dispatch): HTMLElement {
  return element(
    'div',
    {},
    element('p', { class: 'head' }, 'The editor did not open.'),
    element('p', {}, message),
    element('p', {}, element('code', {}, place)),
    element(
      'p',
      { class: 'actions' },
      copyButton(() => place, dispatch),
      textButton('Dismiss', () => dispatch({ kind: 'dismiss' })),
    ),
  );
}
