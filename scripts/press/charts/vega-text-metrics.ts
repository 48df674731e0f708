import { AsyncLocalStorage } from 'node:async_hooks';
import { type TextItem, textMetrics } from 'vega-scenegraph';
import type { Face, TextMetrics } from './text-metrics.ts';

const metricsInUse = new AsyncLocalStorage<TextMetrics>();

/**
 * Runs a drawing with Vega's text measured by the fonts that print.
 *
 * Vega has one global function for this, set for the whole process: left alone it measures with a canvas where one
 * is installed, and guesses where not. So that drawings may overlap in time, the function is replaced once and asks
 * which drawing it is called from; called from none, it guesses as before.
 */
export function withTextMetrics<Drawn>(metrics: TextMetrics, draw: () => Promise<Drawn>): Promise<Drawn> {
  if (textMetrics.width !== widthInDrawing) textMetrics.width = widthInDrawing;
  return metricsInUse.run(metrics, draw);
}

function widthInDrawing(item: TextItem, text: string): number {
  const metrics = metricsInUse.getStore();
  if (!metrics) return textMetrics.estimateWidth(item, text);
  const width = metrics.width(String(text ?? '').trim(), faceOf(item));
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
