import { transformed } from '../content/box.ts';
import type { Unit } from '../content/content.ts';
import { unitBox } from '../content/unit-box.ts';
import type { ContentStream } from '../pages/page-stream.ts';

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
