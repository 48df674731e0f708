import type { Place } from '../../press/diagnostics/diagnostic.ts';
import type { PageBody } from '../../press/page/page-body.ts';
import type { PreviewPlaces } from '../protocol.ts';

/** What is known of an edition's pages besides their content. */
export interface PageFrame {
  readonly body: PageBody;
  /** The step of the grid that text stands on, in points. */
  readonly baseline: number;
  /** The place of what comes from no file. */
  readonly elsewhere: Place;
}

export async function findPlaces(
  _pdf: Uint8Array,
  _html: string,
  { body, baseline }: PageFrame,
): Promise<PreviewPlaces> {
  return {
    pages: [],
    body: { x: body.left, y: 0, width: body.right - body.left, height: body.top - body.bottom },
    baseline: { first: 0, step: baseline },
    outline: [],
    boxes: [],
  };
}
