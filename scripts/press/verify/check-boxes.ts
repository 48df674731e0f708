import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { type Box, isOnLine, overlapOf } from './box.ts';
import type { Drawn, DrawnText } from './drawn-text.ts';
import type { LaidBlock } from './lay-out.ts';
import type { PlaceFinder } from './place-finder.ts';
import { quoteWords } from './quote-words.ts';
import { runsRightToLeft } from './right-to-left.ts';

/** How far ink may reach into a margin, in points: half a thick line. */
const tolerance = 2;
/** By how much the ink of two texts must overlap, across and up, to be told. */
const touching = 1.5;

/** Reports text and drawings that reach into the page's margins, and texts that are printed over each other. */
export function checkBoxes(
  blocks: readonly LaidBlock[],
  { texts }: Drawn,
  {
    body,
    direction,
    placeOf,
  }: { readonly body: Box; readonly direction: 'ltr' | 'rtl'; readonly placeOf: PlaceFinder },
  report: Report,
): void {
  // What has no tag stands in the margin by right: running heads and feet.
  const tagged = texts.filter(({ mark }) => mark !== undefined);
  for (const text of tagged) {
    if (text.boxes.some((box) => passes(box, body))) told(placeOf(text), text.text, text.page);
  }
  for (const { type, text, place, fragments } of blocks) {
    for (const { page, lines } of fragments) if (type === 'Figure' && passes(lines[0], body)) told(place, text, page);
  }
  for (const onPage of Map.groupBy(tagged, ({ page }) => page).values())
    checkOverlaps(onPage, direction, placeOf, report);

  function told(place: Place, text: string, page: number): void {
    report({
      rule: 'box-passed',
      place,
      message: `${quoteWords(text)} reaches into the margin of page ${page}`,
      cure: 'shorten it, let it break, or make what holds it wider',
    });
  }
}

function passes(box: Box, body: Box): boolean {
  return (
    box.left < body.left - tolerance ||
    box.right > body.right + tolerance ||
    box.bottom < body.bottom - tolerance ||
    box.top > body.top + tolerance
  );
}

function checkOverlaps(
  texts: readonly DrawnText[],
  direction: 'ltr' | 'rtl',
  placeOf: PlaceFinder,
  report: Report,
): void {
  // By their upper edge: only neighbours in this order can overlap.
  const sorted = texts
    .flatMap(({ boxes, ...text }) => boxes.map((box) => ({ ...text, boxes, box })))
    .toSorted((one, other) => other.box.top - one.box.top);
  for (const [index, upper] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const lower = sorted[next];
      if (!lower || lower.box.top <= upper.box.bottom + touching) break;
      // The marks of Arabic letters are glyphs that stand over and under those of the next.
      if (upper.mark === lower.mark && runsRightToLeft(upper.text)) continue;
      // Where lines run from the right, a stretch of one is around what stands in it and belongs to another.
      if (direction === 'rtl' && isOnLine(upper.box, lower.box)) continue;
      const { across, up } = overlapOf(upper.box, lower.box);
      if (across < touching || up < touching) continue;
      report({
        rule: 'box-passed',
        place: placeOf(lower),
        message: `${quoteWords(lower.text)} is printed over ${quoteWords(upper.text)} on page ${lower.page}`,
        cure: 'give each room: shorten one, or make what holds them wider or higher',
      });
    }
  }
}
