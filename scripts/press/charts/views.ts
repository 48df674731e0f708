import { isList, isObject, type Json, type JsonObject } from './json.ts';

/** The width and height of a plot in points, axes excluded. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Gives every single view inside a specification its size. Views side by side are equal, unless they say
 * `width: 2` (or `height: 2`) to be twice as large as one that says 1.
 */
export function withSizes(spec: JsonObject, size: Size): JsonObject {
  for (const key of ['hconcat', 'vconcat', 'concat'] as const) {
    const views = spec[key];
    if (isList(views)) return { ...spec, [key]: views.map((view) => (isObject(view) ? withSizes(view, size) : view)) };
  }
  if (isObject(spec.spec)) return { ...spec, spec: withSizes(spec.spec, size) };
  return { ...spec, width: size.width * weight(spec.width), height: size.height * weight(spec.height) };
}

function weight(value: Json | undefined): number {
  return typeof value === 'number' && value > 0 ? value : 1;
}

/** Whether a specification is one plot, whose size with axes grows point by point with its own. */
export function isSingleView(spec: JsonObject): boolean {
  const encoding = isObject(spec.encoding) ? spec.encoding : {};
  const many = ['hconcat', 'vconcat', 'concat', 'facet', 'repeat'].some((key) => key in spec);
  return !many && !['row', 'column', 'facet'].some((channel) => channel in encoding);
}
