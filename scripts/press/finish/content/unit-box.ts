import { type Box, common, transformed } from './box.ts';
import type { Unit } from './content.ts';
import { pathBox } from './path-box.ts';
import { textBox } from './text-box.ts';

/** An image fills the unit square (ISO 32000-1, 8.9.5). */
const unitSquare: Box = { left: 0, bottom: 0, right: 1, top: 1 };
/** A shading fills all that is not cut off (8.7.4.2): no page is larger, from whichever corner it is measured. */
const everywhere: Box = { left: -14_400, bottom: -14_400, right: 14_400, top: 14_400 };

/** Around what a unit paints, as far as it can be seen, in the coordinates of its stream; undefined for nothing. */
export function unitBox(bytes: Uint8Array, unit: Unit): Box | undefined {
  const { paint, matrix, clip } = unit;
  if (paint === 'shading') return clip ?? everywhere;
  const box = ownBox(bytes, unit);
  if (!box) return undefined;
  const here = transformed(box, matrix);
  return clip ? common(here, clip) : here;
}

/** In the unit's own coordinates. */
function ownBox(bytes: Uint8Array, { paint, start, end, extent }: Unit): Box | undefined {
  if (paint === 'text') return textBox(bytes, start, end);
  return paint === 'path' ? pathBox(bytes, start, end) : (extent ?? unitSquare);
}
