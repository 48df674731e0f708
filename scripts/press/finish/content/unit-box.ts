import { openLexer, wordCode } from '../file/lexer.ts';
import { parseNumber } from '../file/parse-object.ts';
import { type Box, common, growingBox, transformed } from './box.ts';
import type { Unit } from './content.ts';
import { identity, type Matrix, multiply, transform } from './matrix.ts';
import { pathBox } from './path-box.ts';

/** How far glyphs reach from where they are set, in parts of the font's size: about as far as those of any text font. */
const [ascent, descent, advance] = [0.9, 0.25, 0.6];

/** An object fills the unit square (ISO 32000-1, 8.9.5); a shading fills what is not cut off. */
const unitSquare: Box = { left: 0, bottom: 0, right: 1, top: 1 };

/** Around what a unit paints, as far as it can be seen, in the coordinates of its stream; undefined for nothing. */
export function unitBox(bytes: Uint8Array, { paint, start, end, matrix, clip }: Unit): Box | undefined {
  const box =
    paint === 'text' ? textBox(bytes, start, end) : paint === 'path' ? pathBox(bytes, start, end) : unitSquare;
  if (!box) return undefined;
  const here = transformed(box, matrix);
  return clip ? common(here, clip) : here;
}

const [setFont, setMatrix, move] = [wordCode('Tf'), wordCode('Tm'), wordCode('Td')];
const showing: ReadonlySet<number> = new Set(['Tj', 'TJ'].map(wordCode));

/** Around each piece of text that is shown (ISO 32000-1, 9.4), in the coordinates around the text object. */
function textBox(bytes: Uint8Array, start: number, end: number): Box | undefined {
  const lexer = openLexer(bytes, start);
  const box = growingBox();
  const numbers = [0, 0, 0, 0, 0, 0];
  let count = 0;
  let line: Matrix = identity;
  let size = 0;
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'number') {
      numbers[count % 6] = parseNumber(lexer);
      count += 1;
    }
    if (token !== 'keyword') continue;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    const operator = lexer.code();
    if (operator === setFont) size = a;
    else if (operator === setMatrix) line = [a, b, c, d, e, f];
    else if (operator === move) line = multiply([1, 0, 0, 1, a, b], line);
    else if (showing.has(operator)) {
      box.add(...transform([0, -descent * size], line));
      box.add(...transform([advance * size, ascent * size], line));
    }
    count = 0;
  }
  return box.around();
}
