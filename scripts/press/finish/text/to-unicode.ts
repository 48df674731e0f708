import { type Lexer, openLexer, type Token } from '../file/lexer.ts';
import { readHexadecimal } from '../file/parser.ts';

/** The text that a character code stands for. */
export type ToUnicode = ReadonlyMap<number, string>;

/**
 * Reads a ToUnicode CMap (ISO 32000-1, 9.10.3).
 *
 * @throws Error where it ends within a list, or has a range longer than codes go
 */
export function parseToUnicode(bytes: Uint8Array): ToUnicode {
  const texts = new Map<number, string>();
  const lexer = openLexer(bytes);
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) {
    if (token !== 'keyword') continue;
    const word = lexer.text();
    if (word === 'beginbfchar') readCharacters(bytes, lexer, texts);
    else if (word === 'beginbfrange') readRanges(bytes, lexer, texts);
  }
  return texts;
}

function readCharacters(bytes: Uint8Array, lexer: Lexer, texts: Map<number, string>): void {
  for (let token = lexer.next(); token !== 'keyword'; token = lexer.next()) {
    const code = codeOf(stringAt(bytes, lexer, token));
    texts.set(code, decode(stringAt(bytes, lexer, lexer.next())));
  }
}

/** Codes have two bytes at most. */
const longest = 0xffff;

/** A range leads to a text whose last character counts on, or to a text for each code. */
function readRanges(bytes: Uint8Array, lexer: Lexer, texts: Map<number, string>): void {
  for (let token = lexer.next(); token !== 'keyword'; token = lexer.next()) {
    const first = codeOf(stringAt(bytes, lexer, token));
    const last = codeOf(stringAt(bytes, lexer, lexer.next()));
    if (last - first > longest) throw new Error(`a ToUnicode table has too long a range at byte ${lexer.start()}`);
    const target = lexer.next();
    if (target === 'array begins') {
      for (let code = first; code <= last; code += 1) texts.set(code, decode(stringAt(bytes, lexer, lexer.next())));
      lexer.next();
      continue;
    }
    const start = decode(stringAt(bytes, lexer, target));
    const character = start.codePointAt(start.length - 1) ?? 0;
    for (let code = first; code <= last; code += 1) {
      texts.set(code, start.slice(0, -1) + String.fromCodePoint(character + code - first));
    }
  }
}

function stringAt(bytes: Uint8Array, lexer: Lexer, token: Token): string {
  if (token !== 'hexadecimal string') throw new Error(`a ToUnicode table has no code at byte ${lexer.start()}`);
  return readHexadecimal(bytes, lexer.start(), lexer.end());
}

function codeOf(bytes: string): number {
  let code = 0;
  for (let i = 0; i < bytes.length; i += 1) code = code * 256 + bytes.charCodeAt(i);
  return code;
}

/** UTF-16, the higher byte first. */
function decode(bytes: string): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(codeOf(bytes.slice(i, i + 2)));
  return text;
}
