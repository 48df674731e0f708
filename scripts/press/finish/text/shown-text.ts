import type { ByteRange } from '../content/content.ts';
import { decodeText } from '../file/data-structures.ts';
import { type Lexer, wordCode } from '../file/lexer.ts';
import { isDictionary, isString } from '../file/objects.ts';
import { hexadecimalDigit, parseObject, readLiteral } from '../file/parser.ts';
import { lettersOf } from './folded-text.ts';
import type { Font } from './fonts.ts';

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
  /** Whether its fonts have a glyph for each of its characters and say what each glyph stands for; else the first fault. */
  readonly glyphs: 'all there' | FaultyGlyph;
  /** What a space after it is shown by, as its string stands in the stream; undefined where its last font has none. */
  readonly space: string | undefined;
  /** Single glyphs that `ActualText` replaces (ISO 32000-1, 14.9.4). */
  readonly replaced: readonly ReplacedGlyph[];
}

/** A glyph that cannot be read. */
export interface FaultyGlyph {
  readonly fault: 'in no font' | 'missing' | 'without a text' | 'with an obscure text';
  /** The name of its font. */
  readonly font: string;
  readonly code: number;
}

/** A glyph that marked content gives a replacement text. */
export interface ReplacedGlyph {
  readonly font: Font;
  readonly code: number;
  readonly text: string;
  /** The operators that begin and end the marked content, with their operands. */
  readonly begin: ByteRange;
  readonly end: ByteRange;
}

/**
 * Reads a text object as a program does that extracts text (ISO 32000-1, 9.10): by the ToUnicode tables of its fonts,
 * unless `ActualText` says what stands for its glyphs. Text that goes from right to left is painted from left to right:
 * `ReversedChars` around it says so (14.8.2.3.3).
 *
 * @param lexer of the bytes
 * @throws Error at a string that ends within a code
 */
export function readUnit(
  bytes: Uint8Array,
  lexer: Lexer,
  { start, end }: ByteRange,
  fontOf: (name: string) => Font | undefined,
): ShownText {
  const reading: Reading = {
    fontOf,
    parts: [],
    marks: [],
    replacement: undefined,
    replaced: [],
    order: 'as read',
    glyphs: 'all there',
    font: undefined,
    name: '',
    nameAt: start,
    actualText: undefined,
  };
  const show = (code: number): void => showCode(reading, code);
  lexer.moveTo(start);
  for (let token = lexer.nextAfterNumbers(); token !== 'end' && lexer.start() < end; token = lexer.nextAfterNumbers()) {
    if (token === 'hexadecimal string') {
      eachHexadecimalCode(bytes, lexer.start(), lexer.end(), reading.font?.width ?? 1, show);
    } else if (token === 'literal string') {
      eachLiteralCode(bytes, lexer.start(), lexer.end(), reading.font?.width ?? 1, show);
    } else if (token === 'name') {
      reading.name = lexer.key();
      reading.nameAt = lexer.start();
    } else if (token === 'dictionary begins') {
      reading.actualText = readActualText(bytes, lexer);
    } else if (token === 'keyword') {
      operate(reading, lexer);
    }
  }
  return shownText(reading);
}

/** A text object while it is read. */
interface Reading {
  readonly fontOf: (name: string) => Font | undefined;
  /** What glyphs, or groups of them, stand for, in the order in which they are painted. */
  readonly parts: string[];
  /** The marks that are open, with the text that replaces their glyphs, or undefined. */
  readonly marks: (Replacement | undefined)[];
  /** That of them which replaces its glyphs. */
  replacement: Replacement | undefined;
  readonly replaced: ReplacedGlyph[];
  order: ShownText['order'];
  glyphs: ShownText['glyphs'];
  font: Font | undefined;
  /** The last name that was met, and where. */
  name: string;
  nameAt: number;
  /** The replacement text of the next mark. */
  actualText: string | undefined;
}

/** Marked content that has a text instead of its glyphs, while it is open. */
interface Replacement {
  readonly text: string;
  readonly begin: ByteRange;
  readonly codes: number[];
}

const [setFont, beginPlain, beginWithProperties, endMark] = ['Tf', 'BMC', 'BDC', 'EMC'].map(wordCode);

/** All other operators move, or show strings that have been read. */
function operate(reading: Reading, lexer: Lexer): void {
  const operator = lexer.code();
  if (operator === setFont) {
    reading.font = reading.fontOf(reading.name);
  } else if (operator === beginPlain) {
    reading.marks.push(undefined);
    if (reading.name === 'ReversedChars') reading.order = 'backwards';
  } else if (operator === beginWithProperties) {
    openMark(reading, lexer.end());
  } else if (operator === endMark) {
    closeMark(reading, lexer);
  }
}

function showCode(reading: Reading, code: number): void {
  const { font, replacement } = reading;
  const text = font?.texts.get(code);
  // Nearly all are plain.
  if (text === undefined || code === 0 || replacement || font?.obscure.has(code)) findFault(reading, code, text);
  if (replacement) replacement.codes.push(code);
  else if (text !== undefined) reading.parts.push(text);
}

function findFault(reading: Reading, code: number, text: string | undefined): void {
  const { font, replacement, glyphs } = reading;
  if (glyphs !== 'all there') return;
  if (!font) {
    reading.glyphs = { fault: 'in no font', font: reading.name, code };
  } else if (code === 0 && font.width === 2) {
    // The first glyph of a composite font is the box that stands for all that it lacks.
    reading.glyphs = { fault: 'missing', font: font.name, code };
  } else if (text === undefined) {
    reading.glyphs = { fault: 'without a text', font: font.name, code };
  } else if (!replacement && font.obscure.has(code)) {
    reading.glyphs = { fault: 'with an obscure text', font: font.name, code };
  }
}

function openMark(reading: Reading, end: number): void {
  const { actualText: text, replacement, nameAt: start } = reading;
  reading.actualText = undefined;
  // Within a replaced part nothing is replaced again.
  const opened = text === undefined || replacement ? undefined : { text, begin: { start, end }, codes: [] };
  if (opened) {
    reading.parts.push(opened.text);
    reading.replacement = opened;
  }
  reading.marks.push(opened);
}

function closeMark(reading: Reading, lexer: Lexer): void {
  const closed = reading.marks.pop();
  if (!closed) return;
  reading.replacement = undefined;
  const { font } = reading;
  const { text, begin, codes } = closed;
  const [code, ...others] = codes;
  if (!font || code === undefined || others.length > 0) return;
  reading.replaced.push({ font, code, text, begin, end: { start: lexer.start(), end: lexer.end() } });
}

/** The replacement text among the properties of marked content; the lexer stands at their beginning. */
function readActualText(bytes: Uint8Array, lexer: Lexer): string | undefined {
  lexer.moveTo(lexer.start());
  const properties = parseObject(bytes, lexer);
  const text = isDictionary(properties) ? properties.get('ActualText') : undefined;
  return isString(text) ? decodeText(text) : undefined;
}

function shownText({ parts, order, glyphs, font, replaced }: Reading): ShownText {
  const text = (order === 'backwards' ? parts.toReversed() : parts).join('');
  const shown = lettersOf(text);
  const space = font?.space?.toString(16).padStart(2 * font.width, '0');
  return {
    text,
    shown,
    letters: shown.toUpperCase(),
    order,
    glyphs,
    replaced,
    space: space === undefined ? undefined : `<${space}>`,
  };
}

/**
 * Calls for each code that a hexadecimal string shows.
 *
 * @param width bytes of a code
 * @throws Error when it ends within a code
 */
function eachHexadecimalCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: 1 | 2,
  show: (code: number) => void,
): void {
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
  // A last digit that is missing is a zero (ISO 32000-1, 7.3.4.3).
  if (count === digits - 1) show(code * 16);
  else if (count > 0) throw incomplete(start);
}

/** The same for a literal string. */
function eachLiteralCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: 1 | 2,
  show: (code: number) => void,
): void {
  const shown = readLiteral(bytes, start, end);
  if (shown.length % width !== 0) throw incomplete(start);
  for (let at = 0; at < shown.length; at += width) {
    show(width === 1 ? shown.charCodeAt(at) : (shown.charCodeAt(at) << 8) | shown.charCodeAt(at + 1));
  }
}

function incomplete(at: number): Error {
  return new Error(`the string at byte ${at} ends within a code`);
}
