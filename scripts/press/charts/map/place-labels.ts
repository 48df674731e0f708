import type { TextMetrics } from '../text-metrics.ts';
import { type Label, type LabelSize, labelSize, type PlacedLabel } from './label.ts';
import {
  gapBetween,
  grown,
  isInside,
  isWithin,
  type Line,
  lineMeets,
  overlap,
  type Point,
  type Rect,
} from './plane.ts';

/** A place with its mark on the paper and the label that it wants. */
export interface MarkedPlace {
  readonly at: Point;
  /** Radius of the mark. */
  readonly radius: number;
  readonly label: Label;
  /** The side that an author chose. */
  readonly align?: 'left' | 'right' | undefined;
}

export interface Surroundings {
  readonly frame: Rect;
  /** Lines that a label had better not cross, each with what crossing costs. */
  readonly lines: readonly { readonly line: Line; readonly cost: number }[];
  /** The country of the map: a label beside a border stands on its own side of it. */
  readonly home: readonly Line[];
}

interface Candidate {
  readonly box: Rect;
  /** What speaks against it before its neighbours are known. */
  readonly cost: number;
}

/**
 * A label on another label is illegible; on a mark it hides it; outside it is lost; as near to another's mark as to its
 * own it reads as the other's.
 */
const costs = { label: 100, mark: 40, outside: 500, astray: 150, abroad: 30 } as const;
/** In points: how much nearer to its own mark than to any other a label must stand. */
const clearly = 8;
const sweeps = 8;
/** In points: labels that touch would read as one. */
const apart = 2;

/**
 * Sets each place's label beside its mark: right, left, above, below or at a corner, where it meets least.
 * Starts from each label's own best and moves one at a time until none gains; the order of places breaks ties.
 */
export function placeLabels(
  places: readonly MarkedPlace[],
  surroundings: Surroundings,
  metrics: TextMetrics,
): readonly PlacedLabel[] {
  const marks = places.map(markBox);
  const candidates = places.map((place, index) => {
    const others = marks.filter((_, other) => other !== index);
    return candidatesOf(place, others, surroundings, metrics);
  });
  const chosen = candidates.map((options) => cheapest(options, []));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = false;
    candidates.forEach((options, index) => {
      const others = chosen.filter((_, other) => other !== index).map(({ box }) => box);
      const better = cheapest(options, others);
      if (better !== chosen[index]) moved = true;
      chosen[index] = better;
    });
    if (!moved) break;
  }
  return places.map((place, index) => ({
    ...place.label,
    box: chosen[index]?.box ?? marks[index] ?? surroundings.frame,
  }));
}

function cheapest(candidates: readonly Candidate[], others: readonly Rect[]): Candidate {
  const costOf = ({ box, cost }: Candidate): number =>
    cost + costs.label * others.filter((other) => overlap(grown(box, apart), other)).length;
  return candidates.reduce((best, candidate) => (costOf(candidate) < costOf(best) ? candidate : best));
}

function candidatesOf(
  place: MarkedPlace,
  others: readonly Rect[],
  { frame, lines, home }: Surroundings,
  metrics: TextMetrics,
): readonly Candidate[] {
  const own = markBox(place);
  return boxesBeside(place, labelSize(place.label, metrics)).map(({ box, side, preference }) => {
    const hidden = others.filter((mark) => overlap(box, mark)).length;
    const crossed = lines.reduce((sum, { line, cost }) => sum + (lineMeets(line, grown(box, 1)) ? cost : 0), 0);
    const turned = place.align !== undefined && place.align !== side ? costs.label : 0;
    return {
      box,
      cost:
        preference +
        turned +
        crossed +
        costs.mark * hidden +
        costs.astray * astray(box, own, others) +
        (isWithin([(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2], home) ? 0 : costs.abroad) +
        (isInside(box, frame) ? 0 : costs.outside),
    };
  });
}

/** How much a label reads as another's: 1 where that mark is as near as its own, 0 where it is clearly farther. */
function astray(box: Rect, own: Rect, others: readonly Rect[]): number {
  const nearest = Math.min(Number.POSITIVE_INFINITY, ...others.map((other) => gapBetween(box, other)));
  return Math.min(1, Math.max(0, 1 - (nearest - gapBetween(box, own)) / clearly));
}

function markBox({ at: [x, y], radius }: MarkedPlace): Rect {
  return { x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius };
}

interface Beside {
  readonly box: Rect;
  readonly side: 'left' | 'right' | 'middle';
  readonly preference: number;
}

function boxesBeside({ at: [x, y], radius }: MarkedPlace, { width, height }: LabelSize): readonly Beside[] {
  const gap = radius + 3;
  const corner = radius * 0.7 + 2;
  const box = (left: number, top: number): Rect => ({ x1: left, y1: top, x2: left + width, y2: top + height });
  return [
    { box: box(x + gap, y - height / 2), side: 'right', preference: 0 },
    { box: box(x - gap - width, y - height / 2), side: 'left', preference: 1 },
    { box: box(x + corner, y - corner - height), side: 'right', preference: 2 },
    { box: box(x + corner, y + corner), side: 'right', preference: 2.5 },
    { box: box(x - corner - width, y - corner - height), side: 'left', preference: 3 },
    { box: box(x - corner - width, y + corner), side: 'left', preference: 3.5 },
    { box: box(x - width / 2, y - gap - height), side: 'middle', preference: 3 },
    { box: box(x - width / 2, y + gap), side: 'middle', preference: 4 },
  ];
}
