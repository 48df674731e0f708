import type { PlacedBox, PreviewPlaces, PreviewState, PreviewTokens } from '../../protocol.ts';
import type { PageText } from '../drawing/page-text.ts';
import type { Arrangement, Size, Zoom } from './layout.ts';
import {
  type Address,
  type EditionView,
  type Model,
  type OpenDocument,
  type OverlayName,
  type PanelTab,
  type SideTab,
  shownPlaces,
  shownView,
  viewOf,
} from './model.ts';
import type { Vision } from './vision.ts';
import { describeChanges } from './wording.ts';

/** Keeps the model and shows each new one to those who watch it, in their order. */
interface Store {
  readonly model: () => Model;
  readonly dispatch: Dispatch;
  watch(see: (model: Model, action: Action) => void): void;
}

/** Makes a store that begins with a model. */
export function createStore(first: Model): Store {
  const watchers: ((model: Model, action: Action) => void)[] = [];
  const waiting: Action[] = [];
  let model = first;
  let busy = false;
  return {
    model: () => model,
    watch: (see) => void watchers.push(see),
    dispatch(action) {
      waiting.push(action);
      // An action that a watcher causes waits for its turn: all watchers see each model, and no newer one before it.
      if (busy) return;
      busy = true;
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          model = update(model, next);
          for (const see of watchers) see(model, next);
        }
      } finally {
        busy = false;
      }
    },
  };
}

/** All that can happen to the model: what the server says, what the worker has done, what somebody asks for. */
export type Action =
  | { readonly kind: 'state'; readonly state: PreviewState }
  | { readonly kind: 'lost' }
  | { readonly kind: 'opened'; readonly edition: string; readonly document: OpenDocument }
  | { readonly kind: 'placed'; readonly edition: string; readonly version: number; readonly places: PreviewPlaces }
  | { readonly kind: 'printed'; readonly edition: string; readonly version: number; readonly prints: readonly number[] }
  | {
      readonly kind: 'read';
      readonly edition: string;
      readonly version: number;
      readonly page: number;
      readonly text: PageText;
    }
  | { readonly kind: 'changed'; readonly edition: string; readonly version: number; readonly page: number }
  | { readonly kind: 'settled'; readonly edition: string; readonly changed: readonly number[] }
  | { readonly kind: 'tokens'; readonly tokens: PreviewTokens }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'scrolled'; readonly page: number; readonly y: number }
  | { readonly kind: 'go'; readonly page: number; readonly y?: number }
  | { readonly kind: 'resized'; readonly viewport: Size }
  | { readonly kind: 'zoom'; readonly zoom: Zoom; readonly at?: { readonly x: number; readonly y: number } }
  | { readonly kind: 'arrangement'; readonly arrangement: Arrangement }
  | { readonly kind: 'side'; readonly side: SideTab | undefined }
  | { readonly kind: 'panel'; readonly panel: PanelTab | undefined }
  | { readonly kind: 'overlay'; readonly overlay: OverlayName }
  | { readonly kind: 'vision'; readonly vision: Vision }
  | { readonly kind: 'pick'; readonly box: number | undefined }
  | { readonly kind: 'open'; readonly place: Pick<PlacedBox, 'file' | 'line' | 'column'> }
  | { readonly kind: 'open-failed'; readonly message: string; readonly place: string }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'keys'; readonly keys: 'on' | 'off' }
  | { readonly kind: 'help'; readonly help: 'open' | 'closed' }
  | { readonly kind: 'say'; readonly announcement: string };

/** Makes something happen to the model. */
export type Dispatch = (action: Action) => void;

/** The model before the server has said anything. */
export function startModel(address: Address, side: SideTab | undefined): Model {
  const { edition, page = 0, zoom = 'width', arrangement = 'single', panel } = address;
  return {
    connection: 'connecting',
    views: edition === undefined ? {} : { [edition]: { changed: [], page, y: 0 } },
    viewport: { width: 0, height: 0 },
    goal: { serial: 1, page, y: 0 },
    overlays: { baseline: false, boxes: false, margins: false },
    vision: 'colour',
    keys: 'on',
    help: 'closed',
    announcement: '',
    zoom,
    arrangement,
    ...(edition === undefined ? {} : { edition }),
    ...(side === undefined ? {} : { side }),
    ...(panel === undefined ? {} : { panel }),
  };
}

/** The model after an action. */
function update(model: Model, action: Action): Model {
  switch (action.kind) {
    case 'state':
      return withState(model, action.state);
    case 'lost':
      return { ...model, connection: 'lost', announcement: 'The preview’s server does not answer.' };
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
      return { ...model, announcement: action.announcement };
  }
}

function withState(model: Model, state: PreviewState): Model {
  const names = state.editions.map(({ name }) => name);
  const edition = model.edition !== undefined && names.includes(model.edition) ? model.edition : names[0];
  const announcement = describeChanges(model, state, edition);
  const next: Model = { ...model, connection: 'open', state, ...(announcement === undefined ? {} : { announcement }) };
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

/** The index of the box that holds, in a newer version, what a box held; undefined when it is gone. */
export function samePlace(box: PlacedBox | undefined, boxes: readonly PlacedBox[]): number | undefined {
  if (!box) return undefined;
  const alike = boxes.flatMap((other, index) =>
    other.kind === box.kind && other.label === box.label ? [{ index, away: distance(other, box) }] : [],
  );
  // Its words may have been changed: then it is what stands where it stood.
  const there = alike.length > 0 ? alike : boxes.flatMap((other, index) => overlapping(other, box, index));
  return there.length === 0 ? undefined : there.reduce((best, next) => (next.away < best.away ? next : best)).index;
}

function overlapping(other: PlacedBox, box: PlacedBox, index: number): readonly { index: number; away: number }[] {
  const same = other.kind === box.kind && other.file === box.file && other.page === box.page;
  return same && Math.abs(other.y - box.y) < box.height ? [{ index, away: distance(other, box) }] : [];
}

function distance(a: PlacedBox, b: PlacedBox): number {
  return Math.abs(a.page - b.page) * 10_000 + Math.abs(a.y - b.y) + Math.abs(a.x - b.x);
}
