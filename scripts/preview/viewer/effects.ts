import type { OpenRequest, PreviewFault, PreviewPlaces, PreviewState, PreviewTokens } from '../protocol.ts';
import type { DrawingWorker } from './drawing/drawing-worker.ts';
import { type Model, shownEdition, shownView, viewOf } from './model/model.ts';
import type { Dispatch } from './model/store.ts';
import { placeText } from './model/wording.ts';

/** Milliseconds between attempts to reach a server that is gone. */
const patience = 1_000;

/** Tells each state that the server sends, and when it is gone; then asks until it answers again. */
export function followState(dispatch: Dispatch): void {
  const events = new EventSource('events');
  events.addEventListener('state', ({ data }: MessageEvent<string>) =>
    dispatch({ kind: 'state', state: JSON.parse(data) as PreviewState }),
  );
  events.addEventListener('error', () => {
    dispatch({ kind: 'lost' });
    // Browsers try again by themselves after some seconds, and never after an answer that is an error.
    events.close();
    setTimeout(() => followState(dispatch), patience);
  });
}

/** Opens each new version of the edition that is shown; the one before stays open until then. */
export function followDocuments(
  dispatch: Dispatch,
  worker: DrawingWorker,
  latest: () => Model,
): (model: Model) => void {
  /** What was asked for under which state: after a refusal, the next state is a reason to ask again. */
  const asked = new Map<string, Model['state']>();
  const opening = new Set<string>();
  return (model) => {
    const edition = shownEdition(model);
    const version = edition?.shown?.version;
    if (!edition || version === undefined || shownView(model).document?.version === version) return;
    const address = new URL(`pdf/${encodeURIComponent(edition.name)}/${version}`, document.baseURI).href;
    if (opening.has(address) || asked.get(address) === model.state) return;
    asked.set(address, model.state);
    opening.add(address);
    void open(edition.name, version, address);
  };

  async function open(edition: string, version: number, address: string): Promise<void> {
    try {
      const { document: id, pages } = await worker.open(address);
      const before = viewOf(latest().views, edition).document;
      // Of two that were asked for, the older may come last.
      if (before && before.version > version) return worker.close(id);
      dispatch({ kind: 'opened', edition, document: { id, version, pages } });
      if (before) worker.close(before.id);
    } catch (error) {
      // A newer version has taken its place: the next state names it. Or the server is gone: it is asked for again.
      console.warn(error);
    } finally {
      opening.delete(address);
    }
  }
}

/** Fetches the places of the shown edition once its version is finished. */
export function followPlaces(dispatch: Dispatch): (model: Model) => void {
  /** What was asked for under which state: after a refusal, the next state is a reason to ask again. */
  const asked = new Map<string, Model['state']>();
  return (model) => {
    const edition = shownEdition(model);
    const shown = edition?.shown;
    const view = shownView(model);
    if (!edition || !shown?.finished || view.places?.version === shown.version) return;
    // Boxes lie over the pages of their own version.
    if (view.document?.version !== shown.version) return;
    const address = `places/${encodeURIComponent(edition.name)}/${shown.version}`;
    if (asked.get(address) === model.state) return;
    asked.set(address, model.state);
    void take(edition.name, shown.version, address);
  };

  async function take(edition: string, version: number, address: string): Promise<void> {
    try {
      const response = await fetch(address);
      if (!response.ok) return;
      dispatch({ kind: 'placed', edition, version, places: (await response.json()) as PreviewPlaces });
    } catch (error) {
      console.warn(error);
    }
  }
}

/** Fetches the tokens while they are looked at: at first, and with each new version of an edition. */
export function followTokens(dispatch: Dispatch): (model: Model) => void {
  let fetched = '';
  return ({ panel, state }) => {
    if (panel !== 'tokens' || !state) return;
    const versions = state.editions.map(({ name, shown }) => `${name} ${shown?.version}`).join();
    if (versions === fetched) return;
    fetched = versions;
    void take();
  };

  async function take(): Promise<void> {
    try {
      const response = await fetch('tokens');
      if (response.ok) dispatch({ kind: 'tokens', tokens: (await response.json()) as PreviewTokens });
    } catch (error) {
      console.warn(error);
    }
  }
}

/** Milliseconds for which changed pages are marked. */
const marked = 3_000;

/** Takes the marks of changed pages away after a while. */
export function settleChanges(dispatch: Dispatch): (model: Model) => void {
  const timers = new Map<readonly number[], ReturnType<typeof setTimeout>>();
  return ({ views }) => {
    for (const [edition, { changed }] of Object.entries(views)) {
      if (changed.length === 0 || timers.has(changed)) continue;
      timers.set(
        changed,
        setTimeout(() => {
          timers.delete(changed);
          dispatch({ kind: 'settled', edition, changed });
        }, marked),
      );
    }
  };
}

/** Has the server open an editor; where that fails, the model gets the reason. */
export async function openPlace(place: OpenRequest, dispatch: Dispatch): Promise<void> {
  const { file, line, column } = place;
  try {
    const response = await fetch('open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ file, line, column }),
    });
    if (response.ok) dispatch({ kind: 'say', announcement: `Opened ${placeText(place)} in the editor.` });
    else dispatch({ kind: 'open-failed', message: await faultOf(response), place: placeText(place) });
  } catch {
    dispatch({ kind: 'open-failed', message: 'The preview’s server does not answer.', place: placeText(place) });
  }
}

async function faultOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as PreviewFault).message;
  } catch {
    return `The server answers ${response.status}.`;
  }
}
