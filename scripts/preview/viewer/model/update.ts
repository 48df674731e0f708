import type { PreviewState } from '../../protocol.ts';
import type { Action } from './action.ts';
import type { EditionView, Model } from './model.ts';
import { samePlace } from './same-place.ts';
import { shownPlaces, shownView, viewOf } from './selectors.ts';
import { tellChanges } from './tell-changes.ts';

/** The model after an action. */
export function update(model: Model, action: Action): Model {
  switch (action.kind) {
    case 'state':
      return withState(model, action.state);
    case 'lost':
      return { ...model, connection: 'lost', said: 'The preview’s server does not answer.' };
    case 'opened': {
      const { edition, document } = action;
      return withView(model, edition, { document, changed: [] });
    }
    case 'placed':
      return withPlaces(model, action);
    case 'printed':
      return withPrints(model, action);
    case 'read':
      return withText(model, action);
    case 'changed': {
      const { document, changed } = viewOf(model.views, action.edition);
      if (document?.version !== action.version || changed.includes(action.page)) return model;
      return withView(model, action.edition, { changed: [...changed, action.page] });
    }
    case 'settled':
      // What was marked since is marked for its own time.
      return viewOf(model.views, action.edition).changed === action.changed
        ? withView(model, action.edition, { changed: [] })
        : model;
    case 'tokens':
      return { ...model, tokens: action.tokens };
    case 'address': {
      const { edition = model.edition, page, ...rest } = action.address;
      const moved = { ...model, ...rest };
      const next = edition === undefined || edition === model.edition ? moved : withEdition(moved, edition);
      return page === undefined ? next : withGoal(next, page, 0);
    }
    case 'edition':
      return withEdition(model, action.edition);
    case 'scrolled':
      return withReading(model, action.page, action.y);
    case 'go':
      return withGoal(model, action.page, action.y ?? 0);
    case 'resized':
      return { ...without(model, 'zoomAt'), viewport: action.viewport };
    case 'zoom':
      return { ...without(model, 'zoomAt'), zoom: action.zoom, ...(action.at ? { zoomAt: action.at } : {}) };
    case 'arrangement':
      return { ...without(model, 'zoomAt'), arrangement: action.arrangement };
    case 'side':
      return action.side ? { ...model, side: action.side } : without(model, 'side');
    case 'panel':
      return action.panel ? { ...model, panel: action.panel } : without(model, 'panel');
    case 'overlay':
      return { ...model, overlays: { ...model.overlays, [action.overlay]: !model.overlays[action.overlay] } };
    case 'vision':
      return { ...model, vision: action.vision };
    case 'pick':
      return action.box === undefined
        ? without(without(model, 'picked'), 'openFault')
        : { ...without(model, 'openFault'), picked: action.box };
    case 'open':
    case 'dismiss':
      return without(model, 'openFault');
    case 'open-failed':
      return { ...model, openFault: { message: action.message, place: action.place } };
    case 'keys':
      return { ...model, keys: action.keys };
    case 'help':
      return { ...model, help: action.help };
    case 'say':
      return { ...model, said: action.said };
  }
}

function withState(model: Model, state: PreviewState): Model {
  const names = state.editions.map(({ name }) => name);
  const edition = model.edition !== undefined && names.includes(model.edition) ? model.edition : names[0];
  const said = tellChanges(model, state, edition);
  const next: Model = { ...model, connection: 'open', state, ...(said === undefined ? {} : { said }) };
  if (edition === undefined) return without(next, 'edition');
  return edition === model.edition ? next : withEdition(next, edition);
}

function withEdition(model: Model, edition: string): Model {
  if (edition === model.edition) return model;
  return { ...without(without(model, 'picked'), 'openFault'), edition };
}

/** Where somebody reads, to half an inch: nothing that is shown needs it more exactly. */
function withReading(model: Model, page: number, y: number): Model {
  const before = shownView(model);
  const isNear = before.page === page && Math.abs(before.y - y) < 36;
  return model.edition === undefined || isNear ? model : withView(model, model.edition, { page, y });
}

function withGoal(model: Model, page: number, y: number): Model {
  const gone = { ...model, goal: { serial: model.goal.serial + 1, page, y } };
  return model.edition === undefined ? gone : withView(gone, model.edition, { page, y });
}

function withPlaces(model: Model, { edition, version, places }: Extract<Action, { kind: 'placed' }>): Model {
  const next = withView(model, edition, { places: { version, places } });
  if (model.picked === undefined || edition !== model.edition) return next;
  const picked = samePlace(shownPlaces(model)?.boxes[model.picked], places.boxes);
  return picked === undefined ? without(next, 'picked') : { ...next, picked };
}

function withPrints(model: Model, { edition, version, prints }: Extract<Action, { kind: 'printed' }>): Model {
  const before = viewOf(model.views, edition).fingerprints;
  const changed = before ? prints.flatMap((print, page) => (before.prints[page] === print ? [] : [page])) : [];
  return withView(model, edition, { fingerprints: { version, prints }, changed });
}

/** A page that says what it said keeps the very text that it has: whoever selects words there still has them selected. */
function withText(model: Model, { edition, version, page, text }: Extract<Action, { kind: 'read' }>): Model {
  const pages = [...(viewOf(model.views, edition).texts?.pages ?? [])];
  if (JSON.stringify(pages[page]) !== JSON.stringify(text)) pages[page] = text;
  return withView(model, edition, { texts: { version, pages } });
}

function withView(model: Model, edition: string, part: Partial<EditionView>): Model {
  return { ...model, views: { ...model.views, [edition]: { ...viewOf(model.views, edition), ...part } } };
}

function without<K extends 'edition' | 'zoomAt' | 'side' | 'panel' | 'picked' | 'openFault'>(
  model: Model,
  key: K,
): Omit<Model, K> {
  const { [key]: _, ...rest } = model;
  return rest;
}
