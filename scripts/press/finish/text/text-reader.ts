import type { Unit } from '../content/content.ts';
import type { Draft } from '../file/draft.ts';
import { inflated } from '../file/flate.ts';
import { openLexer } from '../file/lexer.ts';
import { isDictionary, isStream, isString, type PdfObject } from '../file/objects.ts';
import { parseObject } from '../file/parse-object.ts';
import { readHexadecimal, readLiteral } from '../file/string-bytes.ts';
import { decodeText } from '../file/text-string.ts';
import type { ContentStream, Mark } from '../pages/page-stream.ts';
import { parseToUnicode, type ToUnicode } from './to-unicode.ts';

/** A font as far as it tells what its codes mean. */
interface Font {
  /** Bytes of a code: two in a composite font, of which Chromium writes only those with the encoding Identity-H. */
  readonly width: 1 | 2;
  readonly texts: ToUnicode;
}

/** Reads the text of marked content. */
export type TextReader = (mark: Mark) => string;

/** Reads what text objects show, as a program does that extracts text (ISO 32000-1, 9.10). Fonts are read once. */
export function openTextReader(draft: Draft): TextReader {
  const fonts = new Map<PdfObject, Font | undefined>();
  const fontOf = ({ resources }: ContentStream, name: string): Font | undefined => {
    const all = draft.resolve(resources.get('Font'));
    const entries = isDictionary(all) ? draft.resolve(all.get(name)) : null;
    if (!fonts.has(entries)) fonts.set(entries, readFont(draft, entries));
    return fonts.get(entries);
  };
  return ({ stream, units }) =>
    units.map((unit) => (unit.paint === 'text' ? readUnit(stream, unit, (name) => fontOf(stream, name)) : '')).join('');
}

function readFont(draft: Draft, entries: PdfObject): Font | undefined {
  if (!isDictionary(entries)) return undefined;
  const table = draft.resolve(entries.get('ToUnicode'));
  const texts = isStream(table) ? parseToUnicode(inflated(table)) : new Map();
  return { width: entries.get('Subtype') === '/Type0' ? 2 : 1, texts };
}

function readUnit(
  { content: { bytes } }: ContentStream,
  { start, end }: Unit,
  fontOf: (name: string) => Font | undefined,
): string {
  const lexer = openLexer(bytes, start);
  let font: Font | undefined;
  let text = '';
  let shown = '';
  let name = '';
  /** How deep in marks that say in which words their glyphs are read. */
  const replaced: boolean[] = [];
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'literal string') shown += decode(readLiteral(bytes, lexer.start(), lexer.end()), font);
    else if (token === 'hexadecimal string') shown += decode(readHexadecimal(bytes, lexer.start(), lexer.end()), font);
    else if (token === 'name') name = lexer.text().slice(1);
    else if (token === 'dictionary begins') {
      lexer.moveTo(lexer.start());
      const properties = parseObject(bytes, lexer);
      const actual = isDictionary(properties) ? properties.get('ActualText') : undefined;
      if (isString(actual) && !replaced.includes(true)) text += decodeText(actual);
      replaced.push(isString(actual));
    } else if (token === 'keyword') {
      const operator = lexer.text();
      if (operator === 'Tf') font = fontOf(name);
      else if (operator === 'BMC') replaced.push(false);
      else if (operator === 'EMC') replaced.pop();
      else if (!replaced.includes(true)) text += shown;
      shown = '';
    }
  }
  return text;
}

function decode(bytes: string, font: Font | undefined): string {
  if (!font) return '';
  let text = '';
  for (let i = 0; i + font.width <= bytes.length; i += font.width) {
    const code = font.width === 2 ? bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1) : bytes.charCodeAt(i);
    text += font.texts.get(code) ?? '';
  }
  return text;
}
