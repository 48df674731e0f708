/** Where a piece of text stands in a whole, in letters that are folded. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** A text without what may differ between a page and its print, which leads back to what is written. */
export interface FoldedText {
  /** In capitals. */
  readonly letters: string;
  /** For each offset into the letters 1 where white space was before it, else 0. */
  readonly spaces: Uint8Array;
  /** Whether letters stand at a place in the case in which they are written. */
  isWritten(letters: string, place: number): boolean;
  /** What is written at a place, with single spaces. */
  words(place: Found): string;
}

const plain = /^[ -~]*$/;
// The small iota below a letter is a letter beside it in capitals.
const signs = /[[\p{Cf}\p{Mn}]--\u{345}]+/gv;
const ignored = /[[\p{Z}\p{Cf}\p{Mn}\s]--\u{345}]+/gv;
const space = /[\p{Z}\s]+/u;

/**
 * The letters of a text: without white space, accents and marks of format, compatibility forms as what they stand for. In
 * capitals they are what a page and its print have in common: styles change the case of letters, in some languages with
 * their accents, and fonts join them, but neither adds or takes any.
 */
export function lettersOf(text: string): string {
  // Most texts are plain, and need no tables of Unicode.
  return plain.test(text) ? text.replaceAll(' ', '') : text.normalize('NFKD').replace(ignored, '');
}

/** Folds a text, and keeps where its white space was. */
export function foldText(text: string): FoldedText {
  const words = text.normalize('NFKD').replace(signs, '').split(space);
  const written = words.join('');
  const letters = written.toUpperCase();
  // Few letters have capitals of another length, such as ß.
  const isAligned = written.length === letters.length;
  const spaces = new Uint8Array(letters.length + 1);
  let at = 0;
  for (const word of words) {
    spaces[at] = 1;
    at += isAligned ? word.length : word.toUpperCase().length;
  }
  const inWritten = isAligned ? undefined : openOffsets(written);
  const inText = openOffsets(text);
  return {
    letters,
    spaces,
    isWritten: (own, place) => written.startsWith(own, inWritten?.(place) ?? place),
    words: ({ start, end }) =>
      text
        .slice(inText(start), inText(end))
        .replace(/\u{ad}/gu, '')
        .split(space)
        .join(' ')
        .trim(),
  };
}

/**
 * Tells for each letter that a text is folded to the offset of the character that it comes from. The text is read only as
 * far as somebody asks.
 */
function openOffsets(text: string): (place: number) => number {
  /** Of the letters so far. */
  const offsets: number[] = [];
  let offset = 0;
  const readCharacter = (): void => {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const isLetter = character > ' ' && character <= '~';
    const count = isLetter ? 1 : lettersOf(character).toUpperCase().length;
    for (let letter = 0; letter < count; letter += 1) offsets.push(offset);
    offset += character.length;
  };
  return (place) => {
    while (offsets.length <= place && offset < text.length) readCharacter();
    return offsets[place] ?? text.length;
  };
}
