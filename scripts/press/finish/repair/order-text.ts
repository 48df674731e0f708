import type { Unit } from '../content/content.ts';
import type { ContentStream, Mark } from '../pages/page-stream.ts';
import { type Element, element, type Kid, type MarkedContent } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';
import type { FoldedText } from '../text/fold-text.ts';
import { followText, type TextFollower } from '../text/follow-text.ts';
import type { UnitReader } from '../text/text-reader.ts';
import { withoutEchoes } from './without-echoes.ts';

/**
 * Says text that runs from right to left as it is read. Chromium paints every line from left to right, and glyph by glyph,
 * so that a program which extracts the text has to guess: such text gets a tag that says it (ISO 32000-1, 14.9.4), and its
 * lines and numbers their order. So does other text in a language that is written so, since it shares its lines.
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
    const end = (): void => {
      kids.push(...asRead(content, direction, follower, read));
      content = [];
    };
    for (const kid of tag.kids) {
      if (kid.kind === 'content') {
        const mark = withoutEchoes(kid.mark, read);
        content.push(mark === kid.mark ? kid : { ...kid, mark });
        continue;
      }
      end();
      // The labels of a picture are not in the running text.
      kids.push(kid.kind === 'element' && kid.type !== 'Figure' ? ordered(kid, direction) : kid);
    }
    end();
    return withKids(tag, kids);
  };
  return ordered(document, 'ltr');
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
  if (content.length === 0) return content;
  const units = content.flatMap(({ mark: { stream, units: all } }) => all.map((unit) => ({ unit, stream })));
  const shown = units.map(({ unit, stream }) => read(stream, unit));
  const isSaid = direction === 'rtl' || shown.some(({ order }) => order === 'backwards');
  const letters = shown.map((text) => text.letters);
  if (letters.every((text) => text === '') || (!isSaid && follower.pass(letters))) return content;
  const found = follower.findAll(letters);
  if (!found) {
    for (const piece of letters) follower.find(piece);
    return content;
  }
  const placed: Placed[] = [];
  for (const [index, unit] of units.entries()) {
    const text = shown[index]?.text ?? '';
    // A blank is nowhere in the letters: from right to left it is read before what is painted before it.
    const start = text.trim() === '' ? (placed.at(-1)?.start ?? 0) - 0.5 : (found[index]?.start ?? 0);
    placed.push({ ...unit, text, start });
  }
  placed.sort((one, other) => one.start - other.start);
  const kids = marksOf(placed).map((mark): Kid => ({ kind: 'content', mark }));
  return isSaid ? [element('Span', kids, { actualText: words(placed, follower) })] : kids;
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
function words(placed: readonly Placed[], follower: TextFollower): string {
  return placed.reduce((text, next) => {
    const isApart = text !== '' && follower.isApart(next.start) && !/\s$/.test(text) && !/^\s/.test(next.text);
    return `${text}${isApart ? ' ' : ''}${next.text}`;
  }, '');
}
