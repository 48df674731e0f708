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
    const read = word === 'beginbfchar' ? readCharacters : word === 'beginbfrange' ? readRanges : undefined;
    for (const [code, text] of read?.(bytes, lexer) ?? []) texts.set(code, text);
  }
  return texts;
}

type CodeText = readonly [code: number, text: string];

function* readCharacters(bytes: Uint8Array, lexer: Lexer): Generator<CodeText> {
  for (let token = lexer.next(); token !== 'keyword'; token = lexer.next()) {
    const code = codeOf(stringAt(bytes, lexer, token));
    yield [code, decode(stringAt(bytes, lexer, lexer.next()))];
  }
}

/** Codes have two bytes at most. */
const longest = 0xffff;

/** A range leads to a text whose last character counts on, or to a text for each code. */
function* readRanges(bytes: Uint8Array, lexer: Lexer): Generator<CodeText> {
  for (let token = lexer.next(); token !== 'keyword'; token = lexer.next()) {
    const first = codeOf(stringAt(bytes, lexer, token));
    const last = codeOf(stringAt(bytes, lexer, lexer.next()));
    if (last - first > longest) throw new Error(`a ToUnicode table has too long a range at byte ${lexer.start()}`);
    const target = lexer.next();
    if (target === 'array begins') {
      for (let code = first; code <= last; code += 1) yield [code, decode(stringAt(bytes, lexer, lexer.next()))];
      lexer.next();
      continue;
    }
    const start = decode(stringAt(bytes, lexer, target));
    const character = start.codePointAt(start.length - 1) ?? 0;
    for (let code = first; code <= last; code += 1) {
      yield [code, start.slice(0, -1) + String.fromCodePoint(character + code - first)];
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

/** What no glyph may stand for (ISO 19005-3, 6.2.11.7.2): nothing, and what only says how bytes are ordered. */
const forbidden: ReadonlySet<string> = new Set(['<0000>', '<FEFF>', '<FFFE>']);
/** "A character that is unknown": what programs say that read glyphs one by one. */
const unknown = '<FFFD>';

/**
 * Mends a ToUnicode table in which glyphs stand for nothing: Chromium writes so of those that are only parts of
 * characters. What they make together is said where they are shown, by `ActualText`.
 *
 * @returns undefined where nothing is to be mended
 */
export function mendToUnicode(bytes: Uint8Array): Uint8Array | undefined {
  const mended = Buffer.from(bytes);
  const lexer = openLexer(bytes);
  let list: 'characters' | 'ranges' | undefined;
  let index = 0;
  let isMended = false;
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) {
    if (token === 'keyword') {
      const word = lexer.text();
      list = word === 'beginbfchar' ? 'characters' : word === 'beginbfrange' ? 'ranges' : undefined;
      index = 0;
    } else if (list && token === 'hexadecimal string') {
      index += 1;
      // The last of two, or of three, is the text; those before it are codes.
      const isText = index % (list === 'characters' ? 2 : 3) === 0;
      if (!isText || !forbidden.has(lexer.text().toUpperCase())) continue;
      mended.write(unknown, lexer.start(), 'latin1');
      isMended = true;
    }
  }
  return isMended ? mended : undefined;
}

/** The most entries that a list of a CMap may have (Adobe Technical Note 5014). */
const mostEntries = 100;

/** A font's ToUnicode table in which some codes stand for other texts (ISO 32000-1, 9.10.3). */
export function withTexts(
  { texts: before, width }: { readonly texts: ToUnicode; readonly width: 1 | 2 },
  texts: ReadonlyMap<number, string>,
): Uint8Array {
  const digits = width * 2;
  const entries = [...new Map([...before, ...texts])].toSorted(([one], [other]) => one - other);
  const lists: string[] = [];
  for (let at = 0; at < entries.length; at += mostEntries) {
    const list = entries
      .slice(at, at + mostEntries)
      .map(([code, text]) => `<${hexadecimal(code, digits)}> <${utf16(text)}>`);
    lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`);
  }
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      `1 begincodespacerange\n<${'0'.repeat(digits)}> <${'F'.repeat(digits)}>\nendcodespacerange`,
      ...lists,
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
    ].join('\n'),
    'latin1',
  );
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hexadecimal(text.charCodeAt(index), 4)).join('');
}

function hexadecimal(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
