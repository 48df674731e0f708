import type { PreviewPlaces, PreviewState, PreviewTokens } from '../../protocol.ts';
import type { PageText } from './page-text.ts';
import type { Vision } from './vision.ts';

/** How pages stand: one under the other, as a reader opens them, or as many beside each other as there is room for. */
export const arrangements = ['single', 'spread', 'grid'] as const;
export type Arrangement = (typeof arrangements)[number];

/** What the zoom follows, or a ratio: 1 shows an inch of paper as 96 CSS pixels. */
export type Zoom = 'width' | 'page' | number;

export type SideTab = 'pages' | 'outline';
export const panelTabs = ['problems', 'look', 'tokens'] as const;
export type PanelTab = (typeof panelTabs)[number];
export const overlayNames = ['baseline', 'boxes', 'margins'] as const;
export type OverlayName = (typeof overlayNames)[number];

/** Width and height: of paper in points, of screens in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A PDF that the drawing worker holds open. */
export interface OpenDocument {
  /** The worker's number for it. */
  readonly id: number;
  readonly version: number;
  readonly pages: readonly Size[];
}

/** What the pages of a version look like: equal prints have equal pictures. */
export interface Fingerprints {
  readonly version: number;
  readonly prints: readonly number[];
}

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

/** A place that the pages are to scroll to. Each has a serial of its own, so that the same one can be asked for again. */
export interface Goal {
  readonly serial: number;
  readonly page: number;
  /** In points from the page's top. */
  readonly y: number;
}

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
  readonly said: string;
}
