import type { Unit } from '../content/content.ts';
import type { Element } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';
import type { UnitReader } from '../text/text-reader.ts';

/**
 * Checks that repair has moved no text and lost none.
 *
 * @param dropped what was taken out since it stands there already
 * @throws Error that quotes the first text that is not where it was
 */
export function checkText(
  before: Element,
  after: Element,
  { dropped, read }: { readonly dropped: ReadonlySet<Unit>; readonly read: UnitReader },
): void {
  const left = textUnits(after);
  let at = 0;
  for (const mark of marksUnder(before)) {
    for (const unit of mark.units) {
      if (unit.paint !== 'text' || dropped.has(unit)) continue;
      if (left[at] === unit) {
        at += 1;
        continue;
      }
      const { text } = read(mark.stream, unit);
      throw new Error(`the text "${text}" on page ${mark.stream.page} has not kept its place among the tags`);
    }
  }
}

function textUnits(document: Element): readonly Unit[] {
  const units: Unit[] = [];
  for (const mark of marksUnder(document)) for (const unit of mark.units) if (unit.paint === 'text') units.push(unit);
  return units;
}
