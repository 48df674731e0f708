import { type Lexer, openLexer, type Token } from '../file/lexer.ts';
import { isDictionary, isString } from '../file/objects.ts';
import { parseObject } from '../file/parse-object.ts';
import { readHexadecimal, readLiteral } from '../file/string-bytes.ts';
import { decodeText } from '../file/text-string.ts';
import type { Font } from './read-font.ts';

/** What a text object shows. */
export interface ShownText {
  /** In reading order. */
  readonly text: string;
  /** Whether its glyphs are painted in the order in which they are read. */
  readonly order: 'as read' | 'backwards';
  /** Whether its fonts have a glyph for each of its characters. */
  readonly glyphs: 'all there' | 'some missing';
  /** What a space after it is shown by, as its string stands in the stream; undefined where its last font has none. */
  readonly space: string | undefined;
}

/** Marked content within a text object: how its glyphs are read. */
type Reading = 'as they are' | 'backwards' | 'as said';

/**
 * Reads a text object as a program does that extracts text (ISO 32000-1, 9.10): by the ToUnicode tables of its fonts,
 * unless `ActualText` says what stands for its glyphs. Text that goes from right to left is painted from left to right:
 * `ReversedChars` says so (14.8.2.3.3).
 */
export function readUnit(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  fontOf: (name: string) => Font | undefined,
): ShownText {
  const lexer = openLexer(bytes, start);
  const readings: Reading[] = [];
  /** What glyphs, or groups of them, stand for, in the order in which they are painted. */
  const parts: string[] = [];
  let isBackwards = false;
  let isMissing = false;
  let font: Font | undefined;
  let name = '';
  const operate = (operator: string): void => {
    if (operator === 'Tf') font = fontOf(name);
    else if (operator === 'BMC') readings.push(name === 'ReversedChars' ? 'backwards' : 'as they are');
    else if (operator === 'EMC') readings.pop();
    isBackwards ||= readings.includes('backwards');
  };
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'keyword') {
      operate(lexer.text());
    } else if (token === 'name') {
      name = lexer.text().slice(1);
    } else if (token === 'dictionary begins') {
      const said = actualText(bytes, lexer);
      if (said !== undefined && !readings.includes('as said')) parts.push(said);
      readings.push(said === undefined ? 'as they are' : 'as said');
    } else {
      const codes = codesOf(shownBytes(bytes, lexer, token), font);
      // The first glyph of a composite font is the box that stands for all that it lacks.
      isMissing ||= font?.width === 2 && codes.includes(0);
      if (!readings.includes('as said')) parts.push(...codes.map((code) => font?.texts.get(code) ?? ''));
    }
  }
  const space = font?.space?.toString(16).padStart(2 * font.width, '0');
  return {
    text: (isBackwards ? parts.toReversed() : parts).join(''),
    glyphs: isMissing ? 'some missing' : 'all there',
    order: isBackwards ? 'backwards' : 'as read',
    space: space === undefined ? undefined : `<${space}>`,
  };
}

/** What the properties of marked content say that its glyphs are; the lexer stands at their beginning. */
function actualText(bytes: Uint8Array, lexer: Lexer): string | undefined {
  lexer.moveTo(lexer.start());
  const properties = parseObject(bytes, lexer);
  const said = isDictionary(properties) ? properties.get('ActualText') : undefined;
  return isString(said) ? decodeText(said) : undefined;
}

function shownBytes(bytes: Uint8Array, lexer: Lexer, token: Token): string {
  if (token === 'hexadecimal string') return readHexadecimal(bytes, lexer.start(), lexer.end());
  return token === 'literal string' ? readLiteral(bytes, lexer.start(), lexer.end()) : '';
}

function codesOf(shown: string, font: Font | undefined): readonly number[] {
  if (font?.width !== 2) return Array.from(shown, (byte) => byte.charCodeAt(0));
  return Array.from(
    { length: shown.length >> 1 },
    (_, i) => shown.charCodeAt(2 * i) * 256 + shown.charCodeAt(2 * i + 1),
  );
}
