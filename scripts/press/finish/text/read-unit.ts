import type { ByteRange } from '../content/content.ts';
import { decodeText } from '../file/data-structures.ts';
import { type Lexer, wordCode } from '../file/lexer.ts';
import { isDictionary, isString } from '../file/objects.ts';
import { parseObject } from '../file/parser.ts';
import { lettersOf } from './fold-text.ts';
import type { Font } from './read-font.ts';
import { eachHexadecimalCode, eachLiteralCode } from './shown-codes.ts';

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
  /** Single glyphs of which `ActualText` says what they stand for. */
  readonly said: readonly SaidGlyph[];
}

/** A glyph that cannot be read. */
export interface FaultyGlyph {
  readonly fault: 'in no font' | 'missing' | 'without a text' | 'with an obscure text';
  /** The name of its font. */
  readonly font: string;
  readonly code: number;
}

/** A glyph of which marked content says what it stands for. */
export interface SaidGlyph {
  readonly font: Font;
  readonly code: number;
  readonly text: string;
  /** The operators that begin and end the marked content, with their operands. */
  readonly begin: ByteRange;
  readonly end: ByteRange;
}

/** A text object while it is read. */
interface Reading {
  readonly fontOf: (name: string) => Font | undefined;
  /** What glyphs, or groups of them, stand for, in the order in which they are painted. */
  readonly parts: string[];
  /** The marks that are open: what they say of their glyphs, or undefined. */
  readonly marks: (Saying | undefined)[];
  /** That of them which says what its glyphs stand for. */
  saying: Saying | undefined;
  readonly said: SaidGlyph[];
  order: ShownText['order'];
  glyphs: ShownText['glyphs'];
  font: Font | undefined;
  /** The last name that was met, and where. */
  name: string;
  nameAt: number;
  /** What the next mark says instead of its glyphs. */
  instead: string | undefined;
}

/** Marked content that says what its glyphs stand for, while it is open. */
interface Saying {
  readonly text: string;
  readonly begin: ByteRange;
  readonly codes: number[];
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
    ...{ fontOf, parts: [], marks: [], saying: undefined, said: [], order: 'as read', glyphs: 'all there' },
    ...{ font: undefined, name: '', nameAt: start, instead: undefined },
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
      reading.instead = actualText(bytes, lexer);
    } else if (token === 'keyword') {
      operate(reading, lexer);
    }
  }
  return shownText(reading);
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
  const { font, saying } = reading;
  const text = font?.texts.get(code);
  // Nearly all are plain.
  if (text === undefined || code === 0 || saying || font?.obscure.has(code)) findFault(reading, code, text);
  if (saying) saying.codes.push(code);
  else if (text !== undefined) reading.parts.push(text);
}

function findFault(reading: Reading, code: number, text: string | undefined): void {
  const { font, saying, glyphs } = reading;
  if (glyphs !== 'all there') return;
  if (!font) {
    reading.glyphs = { fault: 'in no font', font: reading.name, code };
  } else if (code === 0 && font.width === 2) {
    // The first glyph of a composite font is the box that stands for all that it lacks.
    reading.glyphs = { fault: 'missing', font: font.name, code };
  } else if (text === undefined) {
    reading.glyphs = { fault: 'without a text', font: font.name, code };
  } else if (!saying && font.obscure.has(code)) {
    reading.glyphs = { fault: 'with an obscure text', font: font.name, code };
  }
}

function openMark(reading: Reading, end: number): void {
  const { instead: text, saying, nameAt: start } = reading;
  reading.instead = undefined;
  // What is said within it is said for nobody.
  const says = text === undefined || saying ? undefined : { text, begin: { start, end }, codes: [] };
  if (says) {
    reading.parts.push(says.text);
    reading.saying = says;
  }
  reading.marks.push(says);
}

function closeMark(reading: Reading, lexer: Lexer): void {
  const says = reading.marks.pop();
  if (!says) return;
  reading.saying = undefined;
  const { font } = reading;
  const { text, begin, codes } = says;
  const [code, ...others] = codes;
  if (!font || code === undefined || others.length > 0) return;
  reading.said.push({ font, code, text, begin, end: { start: lexer.start(), end: lexer.end() } });
}

/** What the properties of marked content say that its glyphs are; the lexer stands at their beginning. */
function actualText(bytes: Uint8Array, lexer: Lexer): string | undefined {
  lexer.moveTo(lexer.start());
  const properties = parseObject(bytes, lexer);
  const said = isDictionary(properties) ? properties.get('ActualText') : undefined;
  return isString(said) ? decodeText(said) : undefined;
}

function shownText({ parts, order, glyphs, font, said }: Reading): ShownText {
  const text = (order === 'backwards' ? parts.toReversed() : parts).join('');
  const shown = lettersOf(text);
  const space = font?.space?.toString(16).padStart(2 * font.width, '0');
  return {
    ...{ text, shown, letters: shown.toUpperCase(), order, glyphs, said },
    space: space === undefined ? undefined : `<${space}>`,
  };
}
