import type { Name } from './objects.ts';

/** What a token is (ISO 32000-1, 7.2 and 7.3); a keyword is an operator, `true`, `obj` and their like. */
export type Token =
  | 'number'
  | 'name'
  | 'literal string'
  | 'hexadecimal string'
  | 'array begins'
  | 'array ends'
  | 'dictionary begins'
  | 'dictionary ends'
  | 'keyword'
  | 'end';

/** Reads the tokens of a file or a content stream, one at a time, without copying a byte. */
export interface Lexer {
  /** Goes on to the next token. */
  next(): Token;
  /** Goes on to the next token that is no number. Text is mostly numbers, which say where its glyphs stand. */
  nextAfterNumbers(): Token;
  /** Where the current token begins and where it ends, as offsets into the bytes. */
  start(): number;
  end(): number;
  /** The current token as it is written, a character a byte. */
  text(): string;
  /** The first four bytes of the current token as a number, which `wordCode` gives for a word: quicker than its text. */
  code(): number;
  /** The current token as a name: with its slash, or without it, as dictionaries have it. */
  name(): Name;
  key(): string;
  /** The current token as a number; not a number where it is none. */
  number(): number;
  /** Goes to an offset: the next token begins there or after it. */
  moveTo(offset: number): void;
}

const [regular, space, delimiter] = [0, 1, 2] as const;
const classOf = new Uint8Array(256);
for (const code of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classOf[code] = space;
for (const character of '()<>[]{}/%') classOf[character.charCodeAt(0)] = delimiter;
/** Of what numbers and the space between them are written: 1 for each such byte. */
const inNumbers = new Uint8Array(256);
for (const character of '\n\r\t 0123456789+-.') inNumbers[character.charCodeAt(0)] = 1;

/**
 * Begins to read tokens.
 *
 * @throws Error (from `next`) at a string that does not end, or at a delimiter that begins nothing
 */
export function openLexer(bytes: Uint8Array, offset = 0): Lexer {
  // Most lexers meet no name, and nobody asks for their text.
  let names: Names | undefined;
  let buffer: Buffer | undefined;
  let start = offset;
  let end = offset;

  const next = (): Token => tokenAt(skipSpace(bytes, end));
  const tokenAt = (offset: number): Token => {
    start = offset;
    const code = bytes[start];
    if (code === undefined) {
      end = start;
      return 'end';
    }
    const kind = classOf[code];
    if (kind === delimiter) return delimited(code);
    end = endOfRegular(bytes, start + 1);
    return isNumeric(code) ? 'number' : 'keyword';
  };
  const upTo = (offset: number, token: Token): Token => {
    end = offset;
    return token;
  };
  const delimited = (code: number): Token => {
    switch (code) {
      case 0x2f:
        return upTo(endOfRegular(bytes, start + 1), 'name');
      case 0x28:
        return upTo(endOfLiteral(bytes, start), 'literal string');
      case 0x5b:
        return upTo(start + 1, 'array begins');
      case 0x5d:
        return upTo(start + 1, 'array ends');
      case 0x3c:
        if (bytes[start + 1] === 0x3c) return upTo(start + 2, 'dictionary begins');
        return upTo(endOfHexadecimal(bytes, start), 'hexadecimal string');
      case 0x3e:
        if (bytes[start + 1] === 0x3e) return upTo(start + 2, 'dictionary ends');
        break;
    }
    throw new Error(`a "${String.fromCharCode(code)}" at byte ${start} begins nothing`);
  };
  return {
    next,
    nextAfterNumbers() {
      let token: Token;
      do {
        let at = end;
        while (inNumbers[bytes[at] ?? 0] === 1) at += 1;
        token = tokenAt(skipSpace(bytes, at));
        // After a comment there may be more.
      } while (token === 'number');
      return token;
    },
    start: () => start,
    end: () => end,
    text() {
      buffer ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      return buffer.toString('latin1', start, end);
    },
    code() {
      let code = 0;
      for (let at = start; at < end && at < start + 4; at += 1) code = (code << 8) | (bytes[at] as number);
      return code;
    },
    name() {
      names ??= openNames(bytes);
      return names.at(start, end);
    },
    key() {
      names ??= openNames(bytes);
      return names.keyAt(start, end);
    },
    number: () => readNumber(bytes, start, end),
    moveTo(offset) {
      end = offset;
    },
  };
}

/** A word as the lexer's `code` gives it: by its first four letters. */
export function wordCode(word: string): number {
  let code = 0;
  for (let i = 0; i < word.length && i < 4; i += 1) code = (code << 8) | word.charCodeAt(i);
  return code;
}

/** White space and comments. */
function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const code = bytes[at];
    if (code === undefined) return at;
    if (code === 0x25) {
      while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    } else if (classOf[code] === space) {
      at += 1;
    } else {
      return at;
    }
  }
}

function endOfRegular(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && classOf[bytes[at] as number] === regular) at += 1;
  return at;
}

function endOfHexadecimal(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(0x3e, from);
  if (end === -1) throw new Error(`the string at byte ${from} does not end`);
  return end + 1;
}

/** Parentheses within nest, unless a backslash stands before them. */
function endOfLiteral(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === 0x5c) at += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error(`the string at byte ${from} does not end`);
}

/** The number that begins at an offset; not a number where none does. */
export function numberAt(bytes: Uint8Array, offset: number): number {
  return readNumber(bytes, offset, endOfRegular(bytes, offset));
}

/**
 * The number that is written between two offsets. Its digits make a whole number below 2^53 that one power of ten divides,
 * so that the result is the nearest there is; longer ones are left to JavaScript.
 */
function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const sign = bytes[at];
  if (sign === 0x2d || sign === 0x2b) at += 1;
  let whole = 0;
  let divisor = 1;
  let isFraction = false;
  if (at === end || end - at > 15) return Number(latin1(bytes, start, end));
  for (; at < end; at += 1) {
    const code = bytes[at] as number;
    if (code === 0x2e && !isFraction) {
      isFraction = true;
      continue;
    }
    if (code < 0x30 || code > 0x39) return Number.NaN;
    whole = whole * 10 + code - 0x30;
    if (isFraction) divisor *= 10;
  }
  const value = whole / divisor;
  return sign === 0x2d ? -value : value;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

/** A digit, a sign or a point. */
function isNumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b;
}

/** Gives the names that stand in bytes, each as one string: a print has few, and each of them thousands of times. */
interface Names {
  /** The name that is written between two offsets, with its slash. */
  at(start: number, end: number): Name;
  /** The same without its slash, as dictionaries have it. */
  keyAt(start: number, end: number): string;
}

interface KnownName {
  readonly written: string;
  readonly name: Name;
  readonly key: string;
}

/** Begins to read names. */
export function openNames(bytes: Uint8Array): Names {
  const byHash = new Map<number, KnownName>();
  const find = (start: number, end: number): KnownName => {
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = (hash * 31 + (bytes[at] as number)) | 0;
    const known = byHash.get(hash);
    if (known && isWritten(known.written, bytes, start, end)) return known;
    const written = latin1(bytes, start, end);
    const name = written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ) as Name;
    const read = { written, name, key: name.slice(1) };
    byHash.set(hash, read);
    return read;
  };
  return { at: (start, end) => find(start, end).name, keyAt: (start, end) => find(start, end).key };
}

function isWritten(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
