import { arrangements, type Zoom } from './layout.ts';
import { type Address, type Model, panelTabs, shownView } from './model.ts';
import type { Dispatch } from './store.ts';

/** Reads a fragment, `#edition=mali&page=3&zoom=120`; what it does not understand, it leaves out. */
export function readAddress(fragment: string): Address {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const edition = given.get('edition');
  const page = Number(given.get('page'));
  const zoom = readZoom(given.get('zoom'));
  const arrangement = arrangements.find((name) => name === given.get('pages'));
  const panel = panelTabs.find((name) => name === given.get('panel'));
  return {
    ...(edition ? { edition } : {}),
    ...(Number.isInteger(page) && page > 0 ? { page: page - 1 } : {}),
    ...(zoom === undefined ? {} : { zoom }),
    ...(arrangement ? { arrangement } : {}),
    ...(panel ? { panel } : {}),
  };
}

/** Writes a fragment; pages count from 1, zoom is in percent. */
export function writeAddress({ edition, page, zoom, arrangement, panel }: Address): string {
  const parts = new URLSearchParams();
  if (edition !== undefined) parts.set('edition', edition);
  if (page !== undefined) parts.set('page', String(page + 1));
  if (zoom !== undefined) parts.set('zoom', typeof zoom === 'number' ? String(Math.round(zoom * 100)) : zoom);
  if (arrangement !== undefined && arrangement !== 'single') parts.set('pages', arrangement);
  if (panel !== undefined) parts.set('panel', panel);
  return `#${parts}`;
}

function readZoom(text: string | null): Zoom | undefined {
  if (text === 'width' || text === 'page') return text;
  const percent = Number(text);
  return percent >= 10 && percent <= 800 ? percent / 100 : undefined;
}

/** Keeps edition, page and zoom in the fragment of the address, and follows it when somebody changes it. */
export function followAddress(dispatch: Dispatch): (model: Model) => void {
  addEventListener('hashchange', () => dispatch({ kind: 'address', address: readAddress(location.hash) }));
  return (model) => {
    const { edition, zoom, arrangement, panel } = model;
    // Before the first state, the address is what was asked for.
    if (edition === undefined || !model.state) return;
    const { page } = shownView(model);
    const fragment = writeAddress({ edition, page, zoom, arrangement, ...(panel ? { panel } : {}) });
    if (fragment !== location.hash) history.replaceState(undefined, '', fragment);
  };
}
