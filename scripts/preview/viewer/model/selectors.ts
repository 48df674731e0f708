import type { PlacedBox, PreviewDiagnostic, PreviewEdition, PreviewPlaces } from '../../protocol.ts';
import { type Layout, layOutPages, pixelsAPoint } from '../layout/lay-out-pages.ts';
import type { EditionView, Model, Size } from './model.ts';

const unseen: EditionView = { changed: [], page: 0, y: 0 };

/** The edition that is shown; undefined while there is none. */
export function shownEdition({ state, edition }: Model): PreviewEdition | undefined {
  return state?.editions.find(({ name }) => name === edition);
}

export function shownView({ views, edition }: Model): EditionView {
  return viewOf(views, edition ?? '');
}

export function viewOf(views: Model['views'], edition: string): EditionView {
  return views[edition] ?? unseen;
}

/** Where things stand on the pages that are shown; until it is known of a new version, that of the one before. */
export function shownPlaces(model: Model): PreviewPlaces | undefined {
  return shownView(model).places?.places;
}

export function pickedBox(model: Model): PlacedBox | undefined {
  return model.picked === undefined ? undefined : shownPlaces(model)?.boxes[model.picked];
}

let known: { readonly of: readonly unknown[]; readonly layout: Layout } | undefined;

/** Where the pages stand; the same object until something moves them. */
export function layoutOf(model: Model): Layout {
  const { viewport, zoom, arrangement } = model;
  const sizes = shownView(model).document?.pages ?? noPages;
  const of = [sizes, viewport.width, viewport.height, zoom, arrangement];
  if (known?.of.every((value, index) => value === of[index])) return known.layout;
  known = { of, layout: layOutPages(sizes, { viewport, zoom, arrangement }) };
  return known.layout;
}

const noPages: readonly Size[] = [];

/** The ratio that pages are shown at, also where the zoom follows the window. */
export function ratioOf(model: Model): number {
  return layoutOf(model).scale / pixelsAPoint;
}

/** How many diagnostics there are of each severity. */
export interface ProblemCounts {
  readonly errors: number;
  readonly forRelease: number;
  readonly warnings: number;
}

/** Counts diagnostics by their severity. */
export function countProblems(diagnostics: readonly PreviewDiagnostic[]): ProblemCounts {
  const count = (wanted: PreviewDiagnostic['severity']) =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), forRelease: count('release'), warnings: count('warning') };
}
