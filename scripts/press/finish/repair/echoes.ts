import { unitBox } from '../content/bounds.ts';
import type { Unit } from '../content/content.ts';
import type { Mark } from '../content/pages.ts';
import { type Element, replaceKids } from '../structure/element.ts';
import type { ShownText } from '../text/shown-text.ts';
import type { UnitReader } from '../text/text-reader.ts';

/** Tags without what is only painted to be seen. */
interface WithoutEchoes {
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
      const { mark } = kid;
      const echoes = echoesIn(mark, read);
      const [first, ...others] = mark.units.filter((unit) => !echoes.has(unit));
      if (echoes.size === 0 || !first) return kid;
      for (const unit of echoes) dropped.add(unit);
      return { ...kid, mark: { ...mark, units: [first, ...others] } };
    });
  return { document: without(document), dropped };
}

/** Units after which the next shows the same and lies over it: the last of all is never one. */
function echoesIn({ stream, units }: Mark, read: UnitReader): ReadonlySet<Unit> {
  const isEcho = (unit: Unit, index: number): boolean => {
    const next = units[index + 1];
    const shown = read(stream, unit);
    if (!next || shown.letters === '' || read(stream, next).text !== shown.text) return false;
    return liesOver(next, unit, shown, stream.content.bytes);
  };
  return new Set(units.filter(isEcho));
}

/** How much of a text another that lies over it covers at least, in each direction. */
const covered = 0.8;
/** The same for one that was painted by the same operators: only what follows on a line has others. */
const coveredBySame = 0.5;
/** About how far a letter reaches along its line, in parts of the line's height. Only its font says it exactly. */
const reach = 0.35;

/**
 * Whether one text lies over another that shows the same. Where they follow each other on a line they are as far apart as
 * the text is wide: even in the narrowest letters more than twice as far as this allows. Where both end, their fonts say:
 * that of an outline has other operators.
 */
function liesOver(one: Unit, other: Unit, { letters }: ShownText, bytes: Uint8Array): boolean {
  const [over, under] = [unitBox(bytes, one), unitBox(bytes, other)];
  if (!over || !under) return false;
  const height = Math.max(over.top - over.bottom, under.top - under.bottom);
  const width = Math.max(over.right - over.left, under.right - under.left, letters.length * reach * height);
  const near = 1 - (isPaintedAs(one, other, bytes) ? coveredBySame : covered);
  const isNear = (offset: number, length: number): boolean => Math.abs(offset) < near * length;
  return (
    isNear(over.left - under.left, width) &&
    isNear(over.bottom - under.bottom, height) &&
    isNear(over.top - under.top, height)
  );
}

/** Whether two units are the same operators, which are moved as a whole, as a shadow is. */
function isPaintedAs(one: Unit, other: Unit, bytes: Uint8Array): boolean {
  const [own, others] = [one, other].map(({ start, end }) => bytes.subarray(start, end));
  return own !== undefined && others !== undefined && Buffer.compare(own, others) === 0;
}
