import type { Unit } from '../content/content.ts';
import type { ContentStream } from '../content/pages.ts';
import type { Element, Kid } from '../structure/element.ts';
import { isInline } from '../structure/structure-types.ts';
import type { FoldedText } from '../text/folded-text.ts';
import { followText } from '../text/text-follower.ts';
import type { UnitReader } from '../text/text-reader.ts';

/**
 * Finds the text objects after which a space is missing. Chromium does not paint the space at which a line breaks, but the
 * words of a tagged document have spaces between them (ISO 32000-1, 14.8.2.5); whether there was one, and no break within
 * a word, the page's own text tells.
 *
 * @param text the running text of the page, in the order of the tags
 */
export function separateWords(document: Element, text: FoldedText, read: UnitReader): ReadonlySet<Unit> {
  const follower = followText(text);
  const missing = new Set<Unit>();
  /** What the line shows so far; undefined where its end was not found in the text. */
  let before: { readonly unit: Unit; readonly text: string; readonly end: number } | undefined;
  const readUnit = (stream: ContentStream, unit: Unit): void => {
    const { text: own, letters } = read(stream, unit);
    if (letters === '') {
      // An accent of the letter before.
      if (own.trim() !== '') before &&= { unit, text: own, end: before.end };
      return;
    }
    const found = follower.find(letters);
    if (found && before?.end === found.start && follower.isApart(found.start) && !hasSpaceBetween(before.text, own)) {
      missing.add(before.unit);
    }
    before = found && { unit, text: own, end: found.end };
  };
  const readLine = (kid: Kid): void => {
    if (kid.kind === 'element') for (const inner of kid.kids) readLine(inner);
    else if (kid.kind === 'content') for (const unit of kid.mark.units) readUnit(kid.mark.stream, unit);
  };
  // A line ends where a block begins or ends. The text of pictures is not read.
  const readBlock = (block: Element): void => {
    before = undefined;
    for (const kid of block.kids) {
      if (isInline(kid)) readLine(kid);
      else if (kid.kind === 'element' && kid.type !== 'Figure') readBlock(kid);
    }
    before = undefined;
  };
  readBlock(document);
  return missing;
}

/** Whether there is white space where one text follows another, which may begin with the accent of its last letter. */
export function hasSpaceBetween(before: string, after: string): boolean {
  return /\s$/.test(before) || /^\p{Mn}*\s/u.test(after);
}
