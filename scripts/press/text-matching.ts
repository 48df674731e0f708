/**
 * Finds texts in their order within a whole, which may hold more between them.
 *
 * @returns for each text where in the whole it begins; undefined where it does not stand in its order. When not all do,
 *   as few as possible are blamed: texts that stand in the whole just once are matched first, then what lies between
 *   them ("patience diff").
 */
export function alignTexts(texts: readonly string[], whole: string): readonly (number | undefined)[] {
  // Taking each text as early as it comes finds them all whenever that can be done at all.
  const inTurn = matchInTurn(texts, whole);
  return inTurn.includes(undefined) ? matchAroundAnchors(texts, whole) : inTurn;
}

/** Each text where it first stands after the one before. */
function matchInTurn(texts: readonly string[], whole: string): readonly (number | undefined)[] {
  let cursor = 0;
  return texts.map((text) => {
    const at = whole.indexOf(text, cursor);
    if (at === -1) return undefined;
    cursor = at + text.length;
    return at;
  });
}

/** A text, by its index, and the place in the whole where it stands. */
interface Anchor {
  readonly index: number;
  readonly at: number;
}

function matchAroundAnchors(texts: readonly string[], whole: string): readonly (number | undefined)[] {
  const anchors = inOrder(uniqueOnes(texts, whole), texts);
  if (anchors.length === 0) return matchInTurn(texts, whole);
  const found: (number | undefined)[] = [];
  let from = 0;
  for (const { index, at } of [...anchors, { index: texts.length, at: whole.length }]) {
    const start = from;
    const between = matchAroundAnchors(texts.slice(found.length, index), whole.slice(start, at));
    found.push(...between.map((place) => (place === undefined ? undefined : start + place)));
    if (index < texts.length) found.push(at);
    from = at + (texts[index]?.length ?? 0);
  }
  return found;
}

function uniqueOnes(texts: readonly string[], whole: string): readonly Anchor[] {
  return texts.flatMap((text, index): readonly Anchor[] => {
    const at = whole.indexOf(text);
    return text !== '' && at !== -1 && whole.indexOf(text, at + 1) === -1 ? [{ index, at }] : [];
  });
}

/** The longest chain of anchors that do not overlap and stand in the order of their texts, weighed by their length. */
function inOrder(anchors: readonly Anchor[], texts: readonly string[]): readonly Anchor[] {
  const lengthOf = ({ index }: Anchor): number => texts[index]?.length ?? 0;
  const best: { readonly weight: number; readonly before: number }[] = [];
  let last = -1;
  for (const [i, anchor] of anchors.entries()) {
    let link = { weight: 0, before: -1 };
    for (let j = 0; j < i; j += 1) {
      const earlier = anchors[j];
      const weight = best[j]?.weight ?? 0;
      const end = earlier ? earlier.at + lengthOf(earlier) : 0;
      if (weight > link.weight && end <= anchor.at) link = { weight, before: j };
    }
    const weight = link.weight + lengthOf(anchor);
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
 * forms. Emoji go as well: Chromium (153) writes those of several glyphs as ActualText, of which pdfium reads nothing
 * beyond U+FFFD.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Z}\p{Cc}\p{Cf}\s\u002d\u2010\u2011]/gu, '')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3/gu, '');
}

/** Letters of scripts that run from right to left, and the signs that turn what follows them, whatever its letters. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202b\u202e\u2067]/u;

/**
 * Whether a text holds letters that run from right to left. Chromium (153) writes such words in the order in which they
 * stand on the line, from the left, and pdfium reads them in parts: their order in the text cannot be known from a print.
 */
export function runsRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Letters and figures of a text, each as often as it has them. */
export function lettersOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
