const steps = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8] as const;

/** The ratios that a menu offers. */
export const zoomChoices = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 8] as const;

export const zoomLimits = { least: steps[0], most: 8 } as const;

/** The next larger or smaller ratio that somebody would name. */
export function stepZoom(ratio: number, direction: 'in' | 'out'): number {
  // A ratio that follows the window is rarely a step itself, and one near a step would hardly move.
  return direction === 'in'
    ? (steps.find((step) => step > ratio * 1.01) ?? zoomLimits.most)
    : (steps.findLast((step) => step < ratio * 0.99) ?? zoomLimits.least);
}
