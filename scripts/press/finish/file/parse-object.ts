import type { Lexer, Token } from './lexer.ts';
import type { PdfObject } from './objects.ts';
import { readHexadecimal, readLiteral } from './string-bytes.ts';

/** Reads the object that comes next, without the bytes of a stream. @throws Error where there is none */
export function parseObject(bytes: Uint8Array, lexer: Lexer): PdfObject {
  return parseFrom(bytes, lexer, lexer.next());
}

function parseFrom(bytes: Uint8Array, lexer: Lexer, token: Token): PdfObject {
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
      return parseArray(bytes, lexer);
    case 'dictionary begins':
      return parseDictionary(bytes, lexer);
    case 'keyword':
      return parseKeyword(lexer);
    default:
      throw new Error(`there is no object at byte ${lexer.start()}`);
  }
}

function parseArray(bytes: Uint8Array, lexer: Lexer): readonly PdfObject[] {
  const array: PdfObject[] = [];
  for (let token = lexer.next(); token !== 'array ends'; token = lexer.next()) {
    array.push(parseFrom(bytes, lexer, token));
  }
  return array;
}

function parseDictionary(bytes: Uint8Array, lexer: Lexer): ReadonlyMap<string, PdfObject> {
  const entries = new Map<string, PdfObject>();
  for (let token = lexer.next(); token !== 'dictionary ends'; token = lexer.next()) {
    if (token !== 'name') throw new Error(`a dictionary has no name at byte ${lexer.start()}`);
    const key = lexer.key();
    entries.set(key, parseObject(bytes, lexer));
  }
  return entries;
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
  if (!Number.isInteger(value) || value < 0 || !isDigit(bytes[end + 1])) return value;
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

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}
