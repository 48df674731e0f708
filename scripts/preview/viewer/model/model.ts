import type { PlacedBox, PreviewEdition, PreviewPlaces, PreviewState, PreviewTokens } from '../../protocol.ts';
import type { PageText } from '../drawing/page-text.ts';
import { type Arrangement, type Layout, layOutPages, pixelsAPoint, type Size, type Zoom } from './layout.ts';
import type { Vision } from './vision.ts';

/** What the page knows and shows; it changes by actions only. */
export interface Model {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly state?: PreviewState;
  readonly edition?: string;
  readonly views: Readonly<Record<string, EditionView>>;
  readonly tokens?: PreviewTokens;

  readonly viewport: Size;
  readonly zoom: Zoom;
  /** The point of the viewport that stays where it is while the zoom changes. */
  readonly zoomAt?: { readonly x: number; readonly y: number };
  readonly arrangement: Arrangement;
  readonly goal: Goal;

  readonly side?: SideTab;
  readonly panel?: PanelTab;
  readonly overlays: Readonly<Record<OverlayName, boolean>>;
  readonly vision: Vision;
  /** The box whose place is shown: its index in the edition's places. */
  readonly picked?: number;
  readonly keys: 'on' | 'off';
  readonly help: 'open' | 'closed';
  /** Why a place could not be opened, with the place. */
  readonly openFault?: { readonly message: string; readonly place: string };
  /** What is read out to those who do not see it. */
  readonly announcement: string;
}

/** The tabs of the side: thumbnails of the pages, or the headings. */
export type SideTab = 'pages' | 'outline';
export const panelTabs = ['problems', 'look', 'tokens'] as const;
export type PanelTab = (typeof panelTabs)[number];
export const overlayNames = ['baseline', 'boxes', 'margins'] as const;
export type OverlayName = (typeof overlayNames)[number];

/** All that is known of an edition beyond what the server's state says. */
export interface EditionView {
  readonly document?: OpenDocument;
  readonly places?: { readonly version: number; readonly places: PreviewPlaces };
  readonly fingerprints?: Fingerprints;
  /** The words of its pages, as far as they are read; while a version is read, some are of the one before. */
  readonly texts?: { readonly version: number; readonly pages: readonly (PageText | undefined)[] };
  /** The pages that a new version changed, from 0; they are marked for a moment. */
  readonly changed: readonly number[];
  /** The page that is read, or was read last, from 0. */
  readonly page: number;
  /** How far down it, in points. */
  readonly y: number;
}

/** A PDF that the drawing worker holds open. */
export interface OpenDocument {
  /** The worker's number for it. */
  readonly id: number;
  readonly version: number;
  readonly pages: readonly Size[];
}

/** What the pages of a version look like: equal fingerprints stand for equal pictures. */
export interface Fingerprints {
  readonly version: number;
  readonly prints: readonly number[];
}

/** A place that the pages are to scroll to. Each has a serial of its own, so that the same one can be asked for again. */
export interface Goal {
  readonly serial: number;
  readonly page: number;
  /** In points from the page's top. */
  readonly y: number;
}

/** What the fragment of the page's address keeps: a reload or a link shows the same. */
export interface Address {
  readonly edition?: string;
  /** From 0. */
  readonly page?: number;
  readonly zoom?: Zoom;
  readonly arrangement?: Arrangement;
  readonly panel?: PanelTab;
}

/** The edition that is shown; undefined while there is none. */
export function shownEdition({ state, edition }: Model): PreviewEdition | undefined {
  return state?.editions.find(({ name }) => name === edition);
}

/** What is known of the pages that are shown. */
export function shownView({ views, edition }: Model): EditionView {
  return viewOf(views, edition ?? '');
}

/** What is known of the pages of an edition; of one that nobody has looked at yet, nothing. */
export function viewOf(views: Model['views'], edition: string): EditionView {
  return views[edition] ?? unknownView;
}

const unknownView: EditionView = { changed: [], page: 0, y: 0 };

/** Where things stand on the pages that are shown; until it is known of a new version, that of the one before. */
export function shownPlaces(model: Model): PreviewPlaces | undefined {
  return shownView(model).places?.places;
}

/** The box whose card is open; undefined while none is. */
export function pickedBox(model: Model): PlacedBox | undefined {
  return model.picked === undefined ? undefined : shownPlaces(model)?.boxes[model.picked];
}

/** Where the pages stand; the same object until something moves them. */
export function layoutOf(model: Model): Layout {
  const { viewport, zoom, arrangement } = model;
  const sizes = shownView(model).document?.pages ?? noPages;
  const of = [sizes, viewport.width, viewport.height, zoom, arrangement];
  if (lastLayout?.of.every((value, index) => value === of[index])) return lastLayout.layout;
  lastLayout = { of, layout: layOutPages(sizes, { viewport, zoom, arrangement }) };
  return lastLayout.layout;
}

const noPages: readonly Size[] = [];
let lastLayout: { readonly of: readonly unknown[]; readonly layout: Layout } | undefined;

/** The ratio that pages are shown at, also where the zoom follows the window. */
export function ratioOf(model: Model): number {
  return layoutOf(model).scale / pixelsAPoint;
}
