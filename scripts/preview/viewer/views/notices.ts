import type { PreviewDiagnostic, PreviewEdition } from '../../protocol.ts';
import { copyButton, icon, placeLink, textButton } from '../controls.ts';
import { element, watched } from '../dom.ts';
import { type Model, shownEdition } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { countProblems, describeCounts, describeShown, statusWords } from '../model/wording.ts';

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
      if (edition) broken.replaceChildren(icon('error'), describeBroken(edition, shared, dispatch));
    },
  );
  const showFault = watched((openFault: Model['openFault']) => {
    fault.hidden = openFault === undefined;
    if (openFault) fault.replaceChildren(icon('warning'), describeFault(openFault, dispatch));
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
    empty.textContent = describeEmpty(model, edition);
  };
}

function describeEmpty({ connection, state }: Model, edition: PreviewEdition | undefined): string {
  if (connection === 'connecting') return 'Connecting to the preview’s server…';
  if (!edition) return state ? 'There is no edition in content/ yet: npm run new makes one.' : '';
  return edition.status === 'broken' ? 'There are no pages yet.' : 'The first pages are being made…';
}

function describeBroken(
  edition: PreviewEdition,
  shared: readonly PreviewDiagnostic[],
  dispatch: Dispatch,
): HTMLElement {
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
      `${errors === 0 ? 'The last save could not be printed.' : `The last save has ${describeCounts({ errors, forRelease: 0, warnings: 0 })}.`} ${describeShown(shown)}`,
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

function describeFault({ message, place }: NonNullable<Model['openFault']>, dispatch: Dispatch): HTMLElement {
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

/** The line at the foot: what is being done, and how long it took. What is worth hearing is read out from here. */
export function createFoot(host: HTMLElement): (model: Model) => void {
  const status = element('p', { class: 'foot-status' });
  const took = element('p', { class: 'foot-took' });
  const live = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  host.append(status, took, live);
  const say = watched((announcement: string) => {
    live.textContent = announcement;
  });
  return (model) => {
    const edition = shownEdition(model);
    status.textContent = describeState(model, edition);
    took.textContent = edition?.took && edition.status !== 'broken' ? describeTook(edition.took) : '';
    say(model.announcement);
  };
}

function describeState({ connection }: Model, edition: PreviewEdition | undefined): string {
  if (connection === 'lost') return 'No connection';
  if (connection === 'connecting') return 'Connecting…';
  return edition ? `${edition.title}: ${statusWords[edition.status]}` : 'No editions';
}

function describeTook({ compile, print, finish }: NonNullable<PreviewEdition['took']>): string {
  const parts = [
    { words: 'compiled in', time: compile },
    { words: 'printed in', time: print },
    { words: 'finished in', time: finish },
  ];
  return parts
    .filter(({ time }) => time > 0)
    .map(({ words, time }) => `${words} ${seconds(time)}`)
    .join(' · ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`;
}
