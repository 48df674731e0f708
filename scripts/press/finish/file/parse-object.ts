import type { Lexer, Token } from './lexer.ts';
import type { PdfObject } from './objects.ts';
import { readHexadecimal, readLiteral } from './string-bytes.ts';

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
