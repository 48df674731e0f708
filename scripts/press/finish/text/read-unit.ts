import { type Lexer, wordCode } from '../file/lexer.ts';
import { isDictionary, isString } from '../file/objects.ts';
import { parseObject } from '../file/parse-object.ts';
import { hexadecimalDigit, readLiteral } from '../file/string-bytes.ts';
import { decodeText } from '../file/text-string.ts';
import { lettersOf } from './fold-text.ts';
import type { Font } from './read-font.ts';

/** What a text object shows. */
export interface ShownText {
  /** In reading order. */
  readonly text: string;
  /** Its letters as they are shown. */
  readonly shown: string;
  /** Its letters in capitals. */
  readonly letters: string;
  /** Whether its glyphs are painted in the order in which they are read. */
  readonly order: 'as read' | 'backwards';
  /** Whether its fonts have a glyph for each of its characters. */
  readonly glyphs: 'all there' | 'some missing';
  /** What a space after it is shown by, as its string stands in the stream; undefined where its last font has none. */
  readonly space: string | undefined;
  /** Single glyphs of which `ActualText` says what they stand for. */
  readonly said: readonly SaidGlyph[];
}

/** A glyph of which marked content says what it stands for. */
export interface SaidGlyph {
  readonly font: Font;
  readonly code: number;
  readonly text: string;
  /** The operators that begin and end the marked content, with their operands. */
  readonly begin: Stretch;
  readonly end: Stretch;
}

/** A half-open stretch of a content stream. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Marked content within a text object: how its glyphs are read. */
type Reading = 'as they are' | 'backwards' | 'as said';

/**
 * Reads a text object as a program does that extracts text (ISO 32000-1, 9.10): by the ToUnicode tables of its fonts,
 * unless `ActualText` says what stands for its glyphs. Text that goes from right to left is painted from left to right:
 * `ReversedChars` says so (14.8.2.3.3).
 *
 * @param lexer of the bytes
 */
export function readUnit(
  bytes: Uint8Array,
  lexer: Lexer,
  { start, end }: { readonly start: number; readonly end: number },
  fontOf: (name: string) => Font | undefined,
): ShownText {
  lexer.moveTo(start);
  const readings: Reading[] = [];
  /** How many of the readings say what is read. */
  let said = 0;
  /** What glyphs, or groups of them, stand for, in the order in which they are painted. */
  const parts: string[] = [];
  let isBackwards = false;
  let isMissing = false;
  let font: Font | undefined;
  let name = '';
  let nameAt = start;
  /** The marked content that says what its glyphs stand for, while it is open. */
  let saying: { readonly text: string; readonly start: number; end: number; readonly codes: number[] } | undefined;
  const glyphs: SaidGlyph[] = [];
  const open = (reading: Reading): void => {
    readings.push(reading);
    if (reading === 'as said') said += 1;
    if (reading === 'backwards') isBackwards = true;
  };
  const show = (code: number): void => {
    // The first glyph of a composite font is the box that stands for all that it lacks.
    if (code === 0 && font?.width === 2) isMissing = true;
    if (said === 0) parts.push(font?.texts.get(code) ?? '');
    else saying?.codes.push(code);
  };
  for (let token = lexer.nextAfterNumbers(); token !== 'end' && lexer.start() < end; token = lexer.nextAfterNumbers()) {
    if (token === 'hexadecimal string') {
      readCodes(bytes, lexer.start(), lexer.end(), font?.width ?? 1, show);
    } else if (token === 'literal string') {
      const shown = readLiteral(bytes, lexer.start(), lexer.end());
      for (let i = 0; i < shown.length; i += 1) show(shown.charCodeAt(i));
    } else if (token === 'name') {
      name = lexer.key();
      nameAt = lexer.start();
    } else if (token === 'dictionary begins') {
      const instead = actualText(bytes, lexer);
      if (instead !== undefined && said === 0) {
        parts.push(instead);
        saying = { text: instead, start: nameAt, end: nameAt, codes: [] };
      }
      open(instead === undefined ? 'as they are' : 'as said');
    } else if (token === 'keyword') {
      const code = lexer.code();
      if (code === setFont) font = fontOf(name);
      else if (code === beginMarked) open(name === 'ReversedChars' ? 'backwards' : 'as they are');
      else if (code === beginSaying && saying?.codes.length === 0) saying.end = lexer.end();
      else if (code === endMarked && readings.pop() === 'as said') {
        said -= 1;
        const [only, ...others] = saying?.codes ?? [];
        if (saying && font && only !== undefined && others.length === 0) {
          const { text, start: from, end: to } = saying;
          glyphs.push({
            ...{ font, code: only, text },
            begin: { start: from, end: to },
            end: { start: lexer.start(), end: lexer.end() },
          });
        }
        saying = undefined;
      }
    }
  }
  const space = font?.space?.toString(16).padStart(2 * font.width, '0');
  const text = (isBackwards ? parts.toReversed() : parts).join('');
  const letters = lettersOf(text);
  return {
    text,
    shown: letters,
    letters: letters.toUpperCase(),
    glyphs: isMissing ? 'some missing' : 'all there',
    order: isBackwards ? 'backwards' : 'as read',
    space: space === undefined ? undefined : `<${space}>`,
    said: glyphs,
  };
}

const [setFont, beginMarked, beginSaying, endMarked] = ['Tf', 'BMC', 'BDC', 'EMC'].map(wordCode);

/** What the properties of marked content say that its glyphs are; the lexer stands at their beginning. */
function actualText(bytes: Uint8Array, lexer: Lexer): string | undefined {
  lexer.moveTo(lexer.start());
  const properties = parseObject(bytes, lexer);
  const said = isDictionary(properties) ? properties.get('ActualText') : undefined;
  return isString(said) ? decodeText(said) : undefined;
}

/** The codes that a hexadecimal string shows, of so many bytes each. */
function readCodes(bytes: Uint8Array, start: number, end: number, width: 1 | 2, show: (code: number) => void): void {
  const digits = width * 2;
  let count = 0;
  let code = 0;
  for (let at = start + 1; at < end - 1; at += 1) {
    const digit = hexadecimalDigit(bytes[at] as number);
    if (digit === -1) continue;
    code = code * 16 + digit;
    count += 1;
    if (count < digits) continue;
    show(code);
    count = 0;
    code = 0;
  }
}
