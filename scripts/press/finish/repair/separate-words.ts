import type { Unit } from '../content/content.ts';
import type { Element, Kid } from '../structure/element.ts';
import { isInline } from '../structure/kinds.ts';
import type { FoldedText } from '../text/fold-text.ts';
import { followText } from '../text/follow-text.ts';
import type { ShownText } from '../text/read-unit.ts';
import type { UnitReader } from '../text/text-reader.ts';

/** A piece of text that a tag shows. */
interface Piece {
  readonly unit: Unit;
  readonly shown: ShownText;
}

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
  for (const pieces of linesOf(document, read)) {
    let before: { readonly piece: Piece; readonly end: number } | undefined;
    for (const piece of pieces) {
      const { text, letters } = piece.shown;
      if (letters === '') continue;
      const found = follower.find(letters);
      if (
        found &&
        before?.end === found.start &&
        follower.isApart(found.start) &&
        !isApart(before.piece.shown.text, text)
      ) {
        missing.add(before.piece.unit);
      }
      before = found && { piece, end: found.end };
    }
  }
  return missing;
}

function isApart(before: string, after: string): boolean {
  return /\s$/.test(before) || /^\s/.test(after);
}

/** The text between the ends of blocks, in reading order; that of pictures is not read. */
function* linesOf(block: Element, read: UnitReader): Generator<readonly Piece[]> {
  let pieces: Piece[] = [];
  for (const kid of block.kids) {
    if (isInline(kid)) {
      pieces.push(...piecesOf(kid, read));
    } else if (kid.kind === 'element' && kid.type !== 'Figure') {
      yield pieces;
      pieces = [];
      yield* linesOf(kid, read);
    }
  }
  yield pieces;
}

function piecesOf(kid: Kid, read: UnitReader): readonly Piece[] {
  if (kid.kind === 'element') return kid.kids.flatMap((inner) => piecesOf(inner, read));
  if (kid.kind === 'annotation') return [];
  const { stream, units } = kid.mark;
  return units.map((unit) => ({ unit, shown: read(stream, unit) }));
}
