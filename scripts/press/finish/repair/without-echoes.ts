import type { Unit } from '../content/content.ts';
import { unitBox } from '../content/unit-box.ts';
import type { Mark } from '../pages/page-stream.ts';
import type { UnitReader } from '../text/text-reader.ts';

/**
 * A mark without what is only painted to be seen: the shadow of a text, and its outline, show the text once more. Of units
 * that show the same in one place the last stays, which lies over the others.
 */
export function withoutEchoes(mark: Mark, read: UnitReader): Mark {
  const { stream, units } = mark;
  if (units.length === 1) return mark;
  const isEcho = (unit: Unit, index: number): boolean => {
    const next = units[index + 1];
    const { text } = read(stream, unit);
    if (!next || text.trim() === '' || read(stream, next).text !== text) return false;
    return isInPlace(stream.content.bytes, unit, next);
  };
  const [first, ...others] = units.filter((unit, index) => !isEcho(unit, index));
  return first && others.length + 1 < units.length ? { ...mark, units: [first, ...others] } : mark;
}

/** Whether two units lie over each other, but for less than half a line. */
function isInPlace(bytes: Uint8Array, one: Unit, other: Unit): boolean {
  const [a, b] = [unitBox(bytes, one), unitBox(bytes, other)];
  if (!a || !b) return false;
  const near = (a.top - a.bottom) / 2;
  return Math.abs(a.left - b.left) < near && Math.abs(a.bottom - b.bottom) < near;
}
