import type { Measure } from '../measure.ts';
import type { Size } from '../views.ts';
import type { Label, PlacedLabel } from './label.ts';
import type { Lettering, MapLettering } from './lettering.ts';
import { nameRiver } from './name-river.ts';
import { overhanging } from './overhanging.ts';
import { type MarkedPlace, placeLabels } from './place-labels.ts';
import type { Line, Rect } from './plane.ts';
import { roomiest } from './roomiest.ts';
import { type ScaleBar, scaleBar } from './scale-bar.ts';

/** What is drawn, as lines on the paper. */
export interface MapGround {
  readonly size: Size;
  readonly country: { readonly name: string; readonly rings: readonly Line[] };
  readonly neighbours: readonly { readonly name: string; readonly rings: readonly Line[] }[];
  readonly rivers: readonly { readonly name: string; readonly course: readonly Line[] }[];
  readonly borders: readonly Line[];
  readonly perKilometre: number;
}

export interface MapNames {
  readonly labels: readonly PlacedLabel[];
  readonly scale: ScaleBar;
}

/**
 * Sets all names of a map so that none meets another, a mark or a line: places first, then the scale, rivers, the
 * country and its neighbours, each where the ones before left room; those whose land is too narrow last, over its edges.
 * A name that finds no room is left out, but a place's.
 */
export function mapNames(
  ground: MapGround,
  places: readonly MarkedPlace[],
  lettering: MapLettering,
  language: string,
  measure: Measure,
): MapNames {
  const frame = { x1: 0, y1: 0, x2: ground.size.width, y2: ground.size.height };
  const courses = ground.rivers.flatMap(({ course }) => course);
  const marks = places.map(({ at: [x, y], radius }) => ({
    x1: x - radius - 1,
    y1: y - radius - 1,
    x2: x + radius + 1,
    y2: y + radius + 1,
  }));
  const lines = [...courses.map((line) => ({ line, cost: 5 })), ...ground.borders.map((line) => ({ line, cost: 12 }))];
  const placed = [...placeLabels(places, { frame, lines }, measure)];
  const taken: Rect[] = [...marks, ...placed.map(({ box }) => box)];
  const take = (label: PlacedLabel | undefined): void => {
    if (!label) return;
    placed.push(label);
    taken.push(label.box);
  };

  const scale = scaleBar(
    lettering.scale,
    { perKilometre: ground.perKilometre, frame, boxes: taken, lines: [...courses, ...ground.borders], language },
    measure,
  );
  taken.push(scale.box);
  for (const { name, course } of ground.rivers) {
    const others = ground.rivers.filter((river) => river.name !== name).flatMap((river) => river.course);
    const room = { course, rings: ground.country.rings, frame, boxes: taken, lines: [...others, ...ground.borders] };
    take(nameRiver({ ...lettering.river, lines: [name] }, room, measure));
  }
  const named = [
    { ...ground.country, style: lettering.country },
    ...ground.neighbours.map((neighbour) => ({ ...neighbour, style: lettering.neighbour })),
  ];
  const narrow = named.filter(({ name, rings, style }) => {
    const label = roomiest(inLines(name, style), { rings, frame, boxes: taken, lines: courses }, measure);
    take(label);
    return label === undefined;
  });
  for (const { name, rings, style } of narrow) {
    take(overhanging({ ...style, lines: [name] }, { rings, frame, boxes: taken, lines: courses }, measure));
  }
  return { labels: placed, scale };
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
