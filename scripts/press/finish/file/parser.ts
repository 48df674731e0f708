import type { Lexer, Token } from './lexer.ts';
import type { PdfObject } from './objects.ts';

/** Reads the object that comes next, without the bytes of a stream. @throws Error where there is none */
export function parseObject(bytes: Uint8Array, lexer: Lexer): PdfObject {
  return parseFrom(bytes, lexer, lexer.next(), 0);
}

/** Objects that stand deeper within each other are no document, and would not end well. */
const deepest = 256;

function parseFrom(bytes: Uint8Array, lexer: Lexer, token: Token, depth: number): PdfObject {
  switch (token) {
    case 'number':
      return parseNumberOrReference(bytes, lexer);
    case 'name':
      return lexer.name();
    case 'literal string':
      return { kind: 'string', bytes: readLiteral(bytes, lexer.start(), lexer.end()) };
    case 'hexadecimal string':
      return { kind: 'string', bytes: readHexadecimal(bytes, lexer.start(), lexer.end()) };
    case 'array begins':
      return parseArray(bytes, lexer, depth + 1);
    case 'dictionary begins':
      return parseDictionary(bytes, lexer, depth + 1);
    case 'keyword':
      return parseKeyword(lexer);
    default:
      throw new Error(`there is no object at byte ${lexer.start()}`);
  }
}

function parseArray(bytes: Uint8Array, lexer: Lexer, depth: number): readonly PdfObject[] {
  checkDepth(lexer, depth);
  const array: PdfObject[] = [];
  for (let token = lexer.next(); token !== 'array ends'; token = lexer.next()) {
    array.push(parseFrom(bytes, lexer, token, depth));
  }
  return array;
}

function parseDictionary(bytes: Uint8Array, lexer: Lexer, depth: number): ReadonlyMap<string, PdfObject> {
  checkDepth(lexer, depth);
  const entries = new Map<string, PdfObject>();
  for (let token = lexer.next(); token !== 'dictionary ends'; token = lexer.next()) {
    if (token !== 'name') throw new Error(`a dictionary has no name at byte ${lexer.start()}`);
    const key = lexer.key();
    entries.set(key, parseFrom(bytes, lexer, lexer.next(), depth));
  }
  return entries;
}

function checkDepth(lexer: Lexer, depth: number): void {
  if (depth > deepest) throw new Error(`more than ${deepest} objects stand within each other at byte ${lexer.start()}`);
}

function parseKeyword(lexer: Lexer): PdfObject {
  const word = lexer.text();
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  throw new Error(`there is "${word}" and no object at byte ${lexer.start()}`);
}

/** Two whole numbers and an R are a reference. */
function parseNumberOrReference(bytes: Uint8Array, lexer: Lexer): PdfObject {
  const end = lexer.end();
  const value = parseNumber(lexer);
  if (!Number.isInteger(value) || value < 0 || !mayGoOn(bytes, end)) return value;
  const isReference = lexer.next() === 'number' && lexer.next() === 'keyword' && lexer.text() === 'R';
  if (isReference) return { kind: 'reference', number: value };
  lexer.moveTo(end);
  return value;
}

/** The current token as a number. @throws Error for what is none */
export function parseNumber(lexer: Lexer): number {
  const value = lexer.number();
  if (Number.isNaN(value)) throw new Error(`"${lexer.text()}" at byte ${lexer.start()} is no number`);
  return value;
}

/** Whether after white space comes a digit, or a comment that may stand before one: most numbers need no closer look. */
function mayGoOn(bytes: Uint8Array, from: number): boolean {
  let at = from;
  let code = bytes[at];
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0) {
    at += 1;
    code = bytes[at];
  }
  return code !== undefined && ((code >= 0x30 && code <= 0x39) || code === 0x25);
}

/** The bytes that a literal string stands for, a character each (ISO 32000-1, 7.3.4.2). Its parentheses are at the ends. */
export function readLiteral(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start + 1;
  while (at < end - 1) {
    const code = bytes[at] as number;
    at += 1;
    if (code === 0x5c) {
      const escaped = readEscape(bytes, at);
      text += escaped.text;
      at += escaped.length;
    } else if (code === 0x0d) {
      // Any end of a line within a string is one line feed.
      text += '\n';
      if (bytes[at] === 0x0a) at += 1;
    } else {
      text += String.fromCharCode(code);
    }
  }
  return text;
}

const escapes: ReadonlyMap<number, string> = new Map([
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
  [0x62, '\b'],
  [0x66, '\f'],
  // A line that goes on in the next.
  [0x0a, ''],
]);

function readEscape(bytes: Uint8Array, at: number): { readonly text: string; readonly length: number } {
  const code = bytes[at] as number;
  let length = 0;
  let value = 0;
  for (let digit = bytes[at]; isOctal(digit) && length < 3; digit = bytes[at + length]) {
    value = value * 8 + digit - 0x30;
    length += 1;
  }
  if (length > 0) return { text: String.fromCharCode(value & 0xff), length };
  if (code === 0x0d) return { text: '', length: bytes[at + 1] === 0x0a ? 2 : 1 };
  return { text: escapes.get(code) ?? String.fromCharCode(code), length: 1 };
}

function isOctal(code: number | undefined): code is number {
  return code !== undefined && code >= 0x30 && code <= 0x37;
}

/** The bytes that a hexadecimal string stands for (ISO 32000-1, 7.3.4.3). */
export function readHexadecimal(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let high = -1;
  for (let at = start + 1; at < end - 1; at += 1) {
    const digit = hexadecimalDigit(bytes[at] as number);
    if (digit === -1) continue;
    if (high === -1) {
      high = digit;
    } else {
      text += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  return high === -1 ? text : text + String.fromCharCode(high * 16);
}

/** The value of a hexadecimal digit, by its character code; -1 for what is none. */
export function hexadecimalDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
