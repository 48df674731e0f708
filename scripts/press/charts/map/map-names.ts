import type { TextMetrics } from '../text-metrics.ts';
import type { Size } from '../views.ts';
import type { Label, PlacedLabel } from './label.ts';
import type { Lettering, MapLettering } from './lettering.ts';
import { nameRiver } from './name-river.ts';
import { placeInside } from './place-inside.ts';
import { type MarkedPlace, placeLabels } from './place-labels.ts';
import { placeOverEdges } from './place-over-edges.ts';
import type { Line, Rect } from './plane.ts';
import { type ScaleBar, scaleBar } from './scale-bar.ts';

/** What is drawn, as lines on the paper. */
export interface MapGround {
  readonly size: Size;
  readonly country: Named;
  readonly neighbours: readonly Neighbour[];
  readonly regions: readonly {
    readonly name: string;
    readonly rings: readonly Line[];
    readonly lines: readonly Line[];
  }[];
  readonly rivers: readonly { readonly name: string; readonly course: readonly Line[] }[];
  /** The outline of the country. */
  readonly outline: readonly Line[];
  readonly perKilometre: number;
}

interface Named {
  readonly name: string;
  readonly rings: readonly Line[];
}

export interface Neighbour extends Named {
  /** Whether it shares a border with the country: then its name is worth a place over its edges. */
  readonly isNext: boolean;
}

/** By how much names stand off the place that is found for them, in points. */
export type Offsets = Readonly<Record<string, { readonly dx: number; readonly dy: number }>>;

export interface MapNames {
  readonly labels: readonly PlacedLabel[];
  readonly scale: ScaleBar;
}

/**
 * Sets all names of a map so that none meets another, a mark or a line: places first, then the scale, regions, rivers, the
 * country and its neighbours, each where the ones before left room; those whose land is too narrow last, over its edges.
 * A name that finds no room is left out, but a place's.
 */
export function mapNames(
  ground: MapGround,
  places: readonly MarkedPlace[],
  lettering: MapLettering,
  { language, offsets }: { readonly language: string; readonly offsets: Offsets },
  metrics: TextMetrics,
): MapNames {
  const sheet = newSheet(ground, offsets, metrics);
  const { frame, taken, inner, courses, around } = sheet;
  taken.push(...places.map(markBox));
  const lines = [
    ...[...courses, ...inner].map((line) => ({ line, cost: 5 })),
    ...around.map((line) => ({ line, cost: 12 })),
    ...ground.outline.map((line) => ({ line, cost: 60 })),
  ];
  for (const label of placeLabels(places, { frame, lines, home: ground.country.rings }, metrics)) sheet.take(label);
  const drawn = [...courses, ...ground.outline, ...around];
  const { perKilometre } = ground;
  const scale = scaleBar(lettering.scale, { perKilometre, frame, boxes: taken, lines: drawn, language }, metrics);
  taken.push(scale.box);
  nameRegions(ground, lettering, sheet);
  nameRivers(ground, lettering, sheet);
  nameCountries(ground, lettering, sheet);
  return { labels: sheet.placed, scale };
}

/** What fills up while names are set. */
interface Sheet {
  readonly frame: Rect;
  readonly placed: readonly PlacedLabel[];
  /** What no further name may cover. */
  readonly taken: Rect[];
  readonly courses: readonly Line[];
  /** The borders of regions, and those of other countries. */
  readonly inner: readonly Line[];
  readonly around: readonly Line[];
  readonly metrics: TextMetrics;
  /** Sets a name where it was found to have room, or not at all; tells whether. */
  take(found: PlacedLabel | undefined): boolean;
}

function newSheet(ground: MapGround, offsets: Offsets, metrics: TextMetrics): Sheet {
  const placed: PlacedLabel[] = [];
  const taken: Rect[] = [];
  return {
    frame: { x1: 0, y1: 0, x2: ground.size.width, y2: ground.size.height },
    placed,
    taken,
    courses: ground.rivers.flatMap(({ course }) => course),
    inner: ground.regions.flatMap(({ lines }) => lines),
    around: ground.neighbours.flatMap(({ rings }) => rings),
    metrics,
    take(found) {
      if (!found) return false;
      const label = shifted(found, offsets);
      placed.push(label);
      taken.push(label.box);
      return true;
    },
  };
}

function nameRegions({ regions, outline }: MapGround, { region }: MapLettering, sheet: Sheet): void {
  const { frame, taken: boxes, courses: lines, metrics } = sheet;
  const small = regions.filter(
    ({ name, rings }) =>
      !sheet.take(placeInside([{ ...region, lines: [name] }], { rings, frame, boxes, lines }, metrics)),
  );
  for (const land of small) overEdges(land, regions, region, outline, sheet);
}

function nameRivers({ rivers, country, outline }: MapGround, { river: style }: MapLettering, sheet: Sheet): void {
  const { frame, taken: boxes, inner, around, metrics } = sheet;
  for (const { name, course } of rivers) {
    const others = rivers.filter((river) => river.name !== name).flatMap((river) => river.course);
    const lines = [...others, ...outline, ...inner, ...around];
    sheet.take(nameRiver({ ...style, lines: [name] }, { course, rings: country.rings, frame, boxes, lines }, metrics));
  }
}

function nameCountries({ country, neighbours, outline }: MapGround, lettering: MapLettering, sheet: Sheet): void {
  const { frame, taken: boxes, courses, inner, metrics } = sheet;
  const set = ({ name, rings }: Named, style: Lettering): boolean =>
    sheet.take(placeInside(inLines(name, style), { rings, frame, boxes, lines: [...courses, ...inner] }, metrics));
  set(country, lettering.country);
  const narrow = neighbours.filter((neighbour) => !set(neighbour, lettering.neighbour));
  for (const land of narrow) {
    if (land.isNext) overEdges(land, [country, ...neighbours], lettering.neighbour, outline, sheet);
  }
}

/** Sets the name of land that is too narrow for it over its edges, clear of the outline and of rivers. */
function overEdges(
  { name, rings }: Named,
  lands: readonly Named[],
  style: Lettering,
  outline: readonly Line[],
  { frame, taken: boxes, courses, metrics, take }: Sheet,
): void {
  const otherLand = lands.filter((other) => other.name !== name).map((other) => other.rings);
  const barred = [...outline, ...courses];
  take(placeOverEdges({ ...style, lines: [name] }, { rings, frame, boxes, lines: [], barred, otherLand }, metrics));
}

function markBox({ at: [x, y], radius }: MarkedPlace): Rect {
  return { x1: x - radius - 1, y1: y - radius - 1, x2: x + radius + 1, y2: y + radius + 1 };
}

function shifted(label: PlacedLabel, offsets: Offsets): PlacedLabel {
  const { dx = 0, dy = 0 } = offsets[label.lines.join(' ')] ?? {};
  const { x1, y1, x2, y2 } = label.box;
  return { ...label, box: { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy } };
}

/** A name in one line and, if it has several words, in two of about the same length. */
function inLines(name: string, style: Lettering): readonly Label[] {
  const words = name.split(' ');
  const cuts = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));
  const [first] = cuts.toSorted((one, other) => longest(one) - longest(other));
  return [{ ...style, lines: [name] }, ...(first ? [{ ...style, lines: first }] : [])];
}
