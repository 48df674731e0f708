import { type Lexer, openLexer, type Token } from '../file/lexer.ts';
import { isDictionary, isString } from '../file/objects.ts';
import { parseObject } from '../file/parse-object.ts';
import { readHexadecimal, readLiteral } from '../file/string-bytes.ts';
import { decodeText } from '../file/text-string.ts';
import type { Font } from './read-font.ts';

/** What a text object shows. */
export interface ShownText {
  readonly text: string;
  /** What a space after it is shown by, as its string stands in the stream; undefined where its last font has none. */
  readonly space: string | undefined;
}

/** Marked content within a text object: how its glyphs are read. */
type Reading = 'as they are' | 'backwards' | 'as said';

/**
 * Reads a text object as a program does that extracts text (ISO 32000-1, 9.10): by the ToUnicode tables of its fonts,
 * unless `ActualText` says what stands for its glyphs; `ReversedChars` shows them from right to left (14.8.2.3.3).
 */
export function readUnit(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  fontOf: (name: string) => Font | undefined,
): ShownText {
  const lexer = openLexer(bytes, start);
  const readings: Reading[] = [];
  let [font, name, shown, text] = [undefined as Font | undefined, '', '', ''];
  const operate = (operator: string): void => {
    if (operator === 'Tf') font = fontOf(name);
    else if (operator === 'BMC') readings.push(name === 'ReversedChars' ? 'backwards' : 'as they are');
    else if (operator === 'EMC') readings.pop();
    else if (!readings.includes('as said')) text += readings.includes('backwards') ? backwards(shown) : shown;
    shown = '';
  };
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'keyword') {
      operate(lexer.text());
    } else if (token === 'name') {
      name = lexer.text().slice(1);
    } else if (token === 'dictionary begins') {
      const said = actualText(bytes, lexer);
      if (said !== undefined && !readings.includes('as said')) text += said;
      readings.push(said === undefined ? 'as they are' : 'as said');
    } else {
      shown += shownBy(bytes, lexer, token, font);
    }
  }
  const space = font?.space?.toString(16).padStart(2 * font.width, '0');
  return { text, space: space === undefined ? undefined : `<${space}>` };
}

/** What the properties of marked content say that its glyphs are; the lexer stands at their beginning. */
function actualText(bytes: Uint8Array, lexer: Lexer): string | undefined {
  lexer.moveTo(lexer.start());
  const properties = parseObject(bytes, lexer);
  const said = isDictionary(properties) ? properties.get('ActualText') : undefined;
  return isString(said) ? decodeText(said) : undefined;
}

function shownBy(bytes: Uint8Array, lexer: Lexer, token: Token, font: Font | undefined): string {
  if (token === 'hexadecimal string') return decode(readHexadecimal(bytes, lexer.start(), lexer.end()), font);
  return token === 'literal string' ? decode(readLiteral(bytes, lexer.start(), lexer.end()), font) : '';
}

function decode(codes: string, font: Font | undefined): string {
  if (!font) return '';
  let text = '';
  for (let i = 0; i + font.width <= codes.length; i += font.width) {
    const code = font.width === 2 ? codes.charCodeAt(i) * 256 + codes.charCodeAt(i + 1) : codes.charCodeAt(i);
    text += font.texts.get(code) ?? '';
  }
  return text;
}

function backwards(text: string): string {
  return [...text].reverse().join('');
}
