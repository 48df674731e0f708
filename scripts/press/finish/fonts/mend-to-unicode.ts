import { openLexer } from '../file/lexer.ts';

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
