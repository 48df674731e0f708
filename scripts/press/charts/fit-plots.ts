import type { Size } from './views.ts';

/** One measurement of a drawing: the factor on its plots' size, and the size of the whole in points that it led to. */
interface Trial {
  readonly factor: number;
  readonly whole: number;
}

export interface Fitting {
  readonly plots: Size;
  /** Whether the whole drawing grows point by point with its plot; otherwise the growth is found by trying. */
  readonly single: boolean;
  /** Draws with plots of this size, and tells the size of the whole. */
  draw(plots: Size): Promise<Size>;
}

const tries = 7;
/** In points: how much of its place a drawing may leave free. */
const slack = 0.1;

/**
 * Finds the size of the plots at which the whole drawing, with axes, labels and heads, takes its place exactly.
 * What stands around a plot hardly changes with the plot's size, so that two or three drawings settle it.
 *
 * @returns the size of the last drawing: larger than its place only where nothing fits
 */
export async function fitPlots(place: Size, { plots, single, draw }: Fitting): Promise<Size> {
  const trials = { width: [] as Trial[], height: [] as Trial[] };
  let factors = { width: 1, height: 1 };
  for (let count = 1; ; count++) {
    const whole = await draw(scaled(plots, factors));
    if (settled(whole.width, place.width) && settled(whole.height, place.height)) return whole;
    trials.width.push({ factor: factors.width, whole: whole.width });
    trials.height.push({ factor: factors.height, whole: whole.height });
    if (count === tries) {
      const best = { width: largest(trials.width, place.width), height: largest(trials.height, place.height) };
      return draw(scaled(plots, best));
    }
    factors = {
      width: nextFactor(trials.width, place.width, single ? plots.width : undefined),
      height: nextFactor(trials.height, place.height, single ? plots.height : undefined),
    };
  }
}

function scaled(plots: Size, factors: Size): Size {
  return { width: plots.width * factors.width, height: plots.height * factors.height };
}

function settled(whole: number, place: number): boolean {
  return whole <= place + 0.01 && whole >= place - slack;
}

/** The factor of the largest trial that fits: where plots stand side by side Vega rounds, and the secant may jump. */
function largest(trials: readonly Trial[], place: number): number {
  const byWhole = trials.toSorted((a, b) => a.whole - b.whole);
  return (byWhole.findLast(({ whole }) => whole <= place + 0.01) ?? byWhole[0])?.factor ?? 1;
}

/** The secant through the last two trials; the first step is by the known growth, or by proportion. */
function nextFactor(trials: readonly Trial[], place: number, growth: number | undefined): number {
  const last = trials.at(-1);
  const before = trials.at(-2);
  if (!last) return 1;
  // Aiming a hair below the place keeps rounding from ending above it. Where the growth is known there is none, and the
  // plot gets its full place: squares drawn to a pitch keep it.
  const aim = growth !== undefined && trials.length === 1 ? place : place - slack / 2;
  const missing = aim - last.whole;
  const found =
    before && Math.abs(last.factor - before.factor) > 1e-6
      ? (last.whole - before.whole) / (last.factor - before.factor)
      : undefined;
  const slope = growth ?? (found !== undefined && found > 0 ? found : last.whole / last.factor);
  return Math.max(0.02, last.factor + missing / slope);
}
