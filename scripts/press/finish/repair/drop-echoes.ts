import type { Box } from '../content/box.ts';
import type { Unit } from '../content/content.ts';
import { unitBox } from '../content/unit-box.ts';
import type { Mark } from '../pages/page-stream.ts';
import type { Element } from '../structure/element.ts';
import { replaceKids } from '../structure/with-kids.ts';
import type { ShownText } from '../text/read-unit.ts';
import type { UnitReader } from '../text/text-reader.ts';

/** Tags without what is only painted to be seen. */
export interface WithoutEchoes {
  readonly document: Element;
  /** What was taken out. */
  readonly dropped: ReadonlySet<Unit>;
}

/**
 * Takes out what is only painted to be seen: the shadow of a text, and its outline, show the text once more. Of units that
 * follow each other, show the same and lie over each other the last stays, which lies over the others. Pictures stay as
 * they are: nothing in them is read.
 */
export function dropEchoes(document: Element, read: UnitReader): WithoutEchoes {
  const dropped = new Set<Unit>();
  const without = (tag: Element): Element =>
    replaceKids(tag, (kid) => {
      if (kid.kind === 'element') return kid.type === 'Figure' ? kid : without(kid);
      if (kid.kind === 'annotation' || kid.mark.units.length === 1) return kid;
      const mark = onlySeenOnce(kid.mark, read, dropped);
      return mark === kid.mark ? kid : { ...kid, mark };
    });
  return { document: without(document), dropped };
}

function onlySeenOnce(mark: Mark, read: UnitReader, dropped: Set<Unit>): Mark {
  const { stream, units } = mark;
  const isEcho = (unit: Unit, index: number): boolean => {
    const next = units[index + 1];
    const shown = read(stream, unit);
    if (!next || shown.letters === '' || read(stream, next).text !== shown.text) return false;
    const { bytes } = stream.content;
    return liesOver(unitBox(bytes, next), unitBox(bytes, unit), shown);
  };
  const [first, ...others] = units.filter((unit, index) => {
    if (!isEcho(unit, index)) return true;
    dropped.add(unit);
    return false;
  });
  return first && others.length + 1 < units.length ? { ...mark, units: [first, ...others] } : mark;
}

/** How much of a text another that lies over it covers at least, in each direction. */
const covered = 0.8;
/** About how far a letter reaches along its line, in parts of the line's height. Only its font says it exactly. */
const reach = 0.35;

/**
 * Whether one text lies over another that shows the same. Where they follow each other on a line they are as far apart as
 * the text is wide: even in the narrowest letters more than twice as far as this allows.
 */
function liesOver(one: Box | undefined, other: Box | undefined, { letters }: ShownText): boolean {
  if (!one || !other) return false;
  const height = Math.max(one.top - one.bottom, other.top - other.bottom);
  const width = Math.max(one.right - one.left, other.right - other.left, letters.length * reach * height);
  const isNear = (offset: number, length: number): boolean => Math.abs(offset) < (1 - covered) * length;
  return (
    isNear(one.left - other.left, width) &&
    isNear(one.right - other.right, width) &&
    isNear(one.bottom - other.bottom, height) &&
    isNear(one.top - other.top, height)
  );
}
