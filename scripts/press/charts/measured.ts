import { AsyncLocalStorage } from 'node:async_hooks';
import { type TextItem, textMetrics } from 'vega-scenegraph';
import type { Face, Measure } from './measure.ts';

const measureInUse = new AsyncLocalStorage<Measure>();

/**
 * Runs a drawing with Vega's text measured by the fonts that print.
 *
 * Vega has one global function for this, set for the whole process: left alone it measures with a canvas where one
 * is installed, and guesses where not. So that drawings may overlap in time, the function is replaced once and asks
 * which drawing it is called from; called from none, it guesses as before.
 */
export function measured<Drawn>(measure: Measure, draw: () => Promise<Drawn>): Promise<Drawn> {
  if (textMetrics.width !== widthInDrawing) textMetrics.width = widthInDrawing;
  return measureInUse.run(measure, draw);
}

function widthInDrawing(item: TextItem, text: string): number {
  const measure = measureInUse.getStore();
  if (!measure) return textMetrics.estimateWidth(item, text);
  const width = measure.width(String(text ?? '').trim(), faceOf(item));
  return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
}

function faceOf(item: TextItem): Face {
  const named = item.fontWeight === 'bold' ? 700 : Number(item.fontWeight ?? 400);
  return {
    family: item.font ?? '',
    weight: Number.isFinite(named) ? named : 400,
    style: item.fontStyle === 'italic' ? 'italic' : 'normal',
    size: item.fontSize ?? 11,
  };
}
