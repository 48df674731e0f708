import { unitBox } from '../content/bounds.ts';
import type { Unit } from '../content/content.ts';
import { transformed } from '../content/geometry.ts';
import type { ContentStream } from '../content/pages.ts';

/** Where something begins on a page, in points. */
export interface Place {
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
}

/** Where a unit stands; undefined where nothing of it can be seen. */
export function placeOf({ content, page, toPage }: ContentStream, unit: Unit): Place | undefined {
  const box = unitBox(content.bytes, unit);
  if (!box) return undefined;
  const { left, bottom } = transformed(box, toPage);
  return { page, left, bottom };
}
