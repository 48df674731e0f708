import { type Arrangement, arrangements, type PanelTab, panelTabs, type Zoom } from './model.ts';

/** What the fragment of the page's address keeps: a reload or a link shows the same. */
export interface Address {
  readonly edition?: string;
  /** From 0. */
  readonly page?: number;
  readonly zoom?: Zoom;
  readonly arrangement?: Arrangement;
  readonly panel?: PanelTab;
}

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
