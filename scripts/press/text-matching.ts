/** A half-open stretch of a list or a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A piece and the place in the whole where it stands. */
interface Anchor {
  readonly piece: number;
  readonly at: number;
}

/**
 * Finds texts in their order within a whole, which may hold more between them.
 *
 * @returns for each text where in the whole it begins; undefined where it does not stand in its order. When not all do,
 *   as few as possible are blamed: texts that stand in the whole just once are matched first, then what lies between
 *   them ("patience diff").
 */
export function alignTexts(pieces: readonly string[], whole: string): (number | undefined)[] {
  const found: (number | undefined)[] = pieces.map(() => undefined);
  // Taking each text as early as it comes finds them all whenever that can be done at all.
  if (matchInTurn(pieces, { from: 0, to: pieces.length }, whole, { from: 0, to: whole.length }, found)) return found;
  found.fill(undefined);
  align(pieces, { from: 0, to: pieces.length }, whole, { from: 0, to: whole.length }, found);
  return found;
}

function align(
  pieces: readonly string[],
  list: Stretch,
  whole: string,
  range: Stretch,
  found: (number | undefined)[],
): void {
  const anchors = inOrder(uniqueOnes(pieces, list, whole.slice(range.from, range.to), range.from), pieces);
  if (anchors.length === 0) {
    matchInTurn(pieces, list, whole, range, found);
    return;
  }
  let piece = list.from;
  let at = range.from;
  for (const anchor of [...anchors, { piece: list.to, at: range.to }]) {
    if (anchor.piece > piece) {
      align(pieces, { from: piece, to: anchor.piece }, whole, { from: at, to: anchor.at }, found);
    }
    if (anchor.piece < list.to) found[anchor.piece] = anchor.at;
    piece = anchor.piece + 1;
    at = anchor.at + (pieces[anchor.piece]?.length ?? 0);
  }
}

function matchInTurn(
  pieces: readonly string[],
  list: Stretch,
  whole: string,
  range: Stretch,
  found: (number | undefined)[],
): boolean {
  const text = whole.slice(range.from, range.to);
  let cursor = 0;
  let all = true;
  for (let i = list.from; i < list.to; i += 1) {
    const piece = pieces[i] ?? '';
    const at = text.indexOf(piece, cursor);
    if (at === -1) {
      all = false;
      continue;
    }
    found[i] = range.from + at;
    cursor = at + piece.length;
  }
  return all;
}

function uniqueOnes(pieces: readonly string[], list: Stretch, text: string, offset: number): readonly Anchor[] {
  const unique: Anchor[] = [];
  for (let i = list.from; i < list.to; i += 1) {
    const piece = pieces[i] ?? '';
    const at = text.indexOf(piece);
    if (piece !== '' && at !== -1 && text.indexOf(piece, at + 1) === -1) unique.push({ piece: i, at: at + offset });
  }
  return unique;
}

/** The longest chain of anchors that do not overlap and stand in the order of their pieces, weighed by their text. */
function inOrder(anchors: readonly Anchor[], pieces: readonly string[]): readonly Anchor[] {
  const best: { readonly weight: number; readonly before: number }[] = [];
  let last = -1;
  for (const [i, anchor] of anchors.entries()) {
    let link = { weight: 0, before: -1 };
    for (let j = 0; j < i; j += 1) {
      const earlier = anchors[j];
      const weight = best[j]?.weight ?? 0;
      const end = earlier ? earlier.at + (pieces[earlier.piece]?.length ?? 0) : 0;
      if (weight > link.weight && end <= anchor.at) link = { weight, before: j };
    }
    const weight = link.weight + (pieces[anchor.piece]?.length ?? 0);
    best.push({ weight, before: link.before });
    if (weight > (best[last]?.weight ?? 0)) last = i;
  }
  const chain: Anchor[] = [];
  for (let i = last; i !== -1; i = best[i]?.before ?? -1) {
    const anchor = anchors[i];
    if (anchor) chain.unshift(anchor);
  }
  return chain;
}

/** A text as `foldMarks` gives it and without the case of its letters, which a style may change. */
export function foldText(text: string): string {
  return foldMarks(text).toUpperCase();
}

/**
 * A text without what may differ between a page's HTML and its print: white space and line ends, soft and line-end
 * hyphens (all hyphens, since pdfium reads both kinds at the end of a line as one), ligatures and other compatibility
 * forms. Emoji go as well: Chromium (153) writes those of several
 * glyphs as ActualText, of which pdfium reads nothing beyond U+FFFD.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Z}\p{Cc}\p{Cf}\s\u002d\u2010\u2011]/gu, '')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3/gu, '');
}

/** With the signs that turn what follows them, whatever its letters. */
const letter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202b\u202e\u2067]/u;

/**
 * Whether a text holds letters that run from right to left. Chromium (153) writes such words in the order in which they
 * stand on the line, from the left, and pdfium reads them in parts: their order in the text cannot be told from a print.
 */
export function runsRightToLeft(text: string): boolean {
  return letter.test(text);
}

/** Letters and figures of a text, each as often as it has them. */
export function lettersOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
