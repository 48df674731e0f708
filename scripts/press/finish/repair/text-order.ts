import type { Unit } from '../content/content.ts';
import type { ContentStream, Mark } from '../content/pages.ts';
import { type Element, element, type Kid, type MarkedContent, withKids } from '../structure/element.ts';
import { isInline } from '../structure/structure-types.ts';
import type { FoldedText, Found } from '../text/folded-text.ts';
import type { ShownText } from '../text/shown-text.ts';
import { followText, type TextFollower } from '../text/text-follower.ts';
import type { UnitReader } from '../text/text-reader.ts';
import { hasSpaceBetween } from './word-spaces.ts';

/**
 * Says text as it is read, where it is painted otherwise. Chromium paints every line from left to right, and glyph by glyph,
 * so that a program which extracts text from right to left has to guess: such text gets a tag that says it (ISO 32000-1,
 * 14.9.4), and its lines and numbers their order. So does other text in a language that is written so, since it shares its
 * lines, and so does text in capitals that the page does not have.
 *
 * @param text the running text of the page, in the order of the tags
 */
export function orderText(document: Element, text: FoldedText, read: UnitReader): Element {
  const follower = followText(text);
  const ordered = (tag: Element, around: Direction): Element => {
    const { language } = tag.attributes;
    const direction = language === undefined ? around : directionOf(language);
    const kids: Kid[] = [];
    let content: MarkedContent[] = [];
    const end = (goesOn: 'line goes on' | 'line ends'): void => {
      if (content.length === 0) return;
      for (const kid of asRead(content, direction, follower, read)) {
        kids.push(goesOn === 'line goes on' ? withSpace(kid, follower) : kid);
      }
      content = [];
    };
    for (const kid of tag.kids) {
      if (kid.kind === 'content') {
        content.push(kid);
        continue;
      }
      end('line goes on');
      // The labels of a picture are not in the running text.
      kids.push(kid.kind === 'element' && kid.type !== 'Figure' ? ordered(kid, direction) : kid);
    }
    end(isInline(tag) ? 'line goes on' : 'line ends');
    return withKids(tag, kids);
  };
  return ordered(document, 'ltr');
}

/** What is said in place of glyphs is said with the space that the page has after it. */
function withSpace(kid: Kid, follower: TextFollower): Kid {
  if (kid.kind !== 'element' || !follower.isApart(follower.place())) return kid;
  const { actualText = '' } = kid.attributes;
  return /\s$/.test(actualText) ? kid : { ...kid, attributes: { ...kid.attributes, actualText: `${actualText} ` } };
}

/** A unit with its text, and where that stands in the text of the page. */
interface Placed {
  readonly unit: Unit;
  readonly stream: ContentStream;
  readonly text: string;
  readonly start: number;
}

type Direction = 'ltr' | 'rtl';

function directionOf(language: string): Direction {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** Content that follows each other in a tag. */
function asRead(
  content: readonly MarkedContent[],
  direction: Direction,
  follower: TextFollower,
  read: UnitReader,
): readonly Kid[] {
  const shown: ShownText[] = [];
  for (const { mark } of content) for (const unit of mark.units) shown.push(read(mark.stream, unit));
  if (shown.every(({ letters }) => letters === '')) return content;
  const isBackwards = direction === 'rtl' || shown.some(({ order }) => order === 'backwards');
  const passed = isBackwards ? undefined : follower.pass(shown);
  if (passed) return asWritten(content, shown, passed, follower);
  const parts = shown.map(({ letters }) => letters);
  const found = follower.findAll(parts);
  if (!found) {
    for (const part of parts) follower.find(part);
    const mark = listMark(shown);
    return mark === undefined || !isBackwards ? content : [element('Span', content, { actualText: mark })];
  }
  const placed: Placed[] = [];
  const units = content.flatMap(({ mark: { stream, units: all } }) => all.map((unit) => ({ unit, stream })));
  for (const [index, unit] of units.entries()) {
    const { text = '', letters = '' } = shown[index] ?? {};
    const place = found[index] ?? { start: 0, end: 0 };
    if (letters !== '') {
      placed.push({ ...unit, text: writtenAs(shown[index], place, follower), start: place.start });
    } else {
      // Nowhere in the letters. From right to left a blank is read before what is painted before it.
      const isBefore = isBackwards && text.trim() === '';
      placed.push({ ...unit, text, start: (placed.at(-1)?.start ?? 0) + (isBefore ? -0.5 : 0.5) });
    }
  }
  placed.sort((one, other) => one.start - other.start);
  const kids = marksOf(placed).map((mark): Kid => ({ kind: 'content', mark }));
  return isBackwards ? [element('Span', kids, { actualText: words(placed, follower) })] : kids;
}

/** The number of an entry, which is in no text of the page: from right to left its full stop is painted before it. */
function listMark(shown: readonly ShownText[]): string | undefined {
  const [, stop, number] = /^\s*([.)])\s*(\p{Nd}+)\s*$/u.exec(shown.map(({ text }) => text).join('')) ?? [];
  return stop && number && `${number}${stop} `;
}

/** Text whose case a style has changed gets a tag that says it as the page has it: capitals may be spelled out. */
function asWritten(
  content: readonly MarkedContent[],
  shown: readonly ShownText[],
  place: Found,
  follower: TextFollower,
): readonly Kid[] {
  let { start } = place;
  if (isWritten(shown, start, follower)) return content;
  const placed = shown.map((text) => {
    const end = start + text.letters.length;
    const own = { start, text: writtenAs(text, { start, end }, follower) };
    start = end;
    return own;
  });
  return [element('Span', content, { actualText: words(placed, follower) })];
}

/** Whether texts are shown in the case in which the page has them. */
function isWritten(shown: readonly ShownText[], start: number, follower: TextFollower): boolean {
  let at = start;
  for (const text of shown) {
    if (!follower.isWritten(text.shown, at)) return false;
    at += text.letters.length;
  }
  return true;
}

/** A text that is shown, in the case in which the page has it. */
function writtenAs(shown: ShownText | undefined, place: Found, follower: TextFollower): string {
  if (!shown || isWritten([shown], place.start, follower)) return shown?.text ?? '';
  const [before = '', after = ''] = [/^\s*/, /\s*$/].map((space) => space.exec(shown.text)?.[0]);
  return `${before}${follower.words(place)}${after}`;
}

/** Units that follow each other in one stream are one mark. */
function marksOf(placed: readonly Placed[]): readonly Mark[] {
  const marks: { readonly stream: ContentStream; readonly units: [Unit, ...Unit[]] }[] = [];
  for (const { unit, stream } of placed) {
    const mark = marks.at(-1);
    if (mark?.stream === stream) mark.units.push(unit);
    else marks.push({ stream, units: [unit] });
  }
  return marks;
}

/** The text of units that follow each other, with the spaces that the page has between them. */
function words(placed: readonly Pick<Placed, 'start' | 'text'>[], follower: TextFollower): string {
  let [joined, before] = ['', ' '];
  for (const { start, text } of placed) {
    if (text === '') continue;
    joined += follower.isApart(start) && !hasSpaceBetween(before, text) ? ` ${text}` : text;
    before = text;
  }
  return joined;
}
