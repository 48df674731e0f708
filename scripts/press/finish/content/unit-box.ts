import { openLexer } from '../file/lexer.ts';
import { parseNumber } from '../file/parse-object.ts';
import { type Box, boxAround, common, transformed } from './box.ts';
import type { Unit } from './content.ts';
import { type Matrix, multiply, type Point, transform } from './matrix.ts';
import { pathPoints } from './path-points.ts';

/** How far glyphs reach from where they are set, in parts of the font's size: about as far as those of any text font. */
const [ascent, descent, advance] = [0.9, 0.25, 0.6];

/** Around what a unit paints, as far as it can be seen, in the coordinates of its stream; undefined for nothing. */
export function unitBox(bytes: Uint8Array, { paint, start, end, matrix, clip }: Unit): Box | undefined {
  const box = boxAround(paint === 'text' ? textPoints(bytes, start, end) : painted(paint, bytes, start, end));
  if (!box) return undefined;
  const here = transformed(box, matrix);
  return clip ? common(here, clip) : here;
}

function painted(paint: Unit['paint'], bytes: Uint8Array, start: number, end: number): Iterable<Point> {
  // An object fills the unit square (ISO 32000-1, 8.9.5); a shading fills what is not cut off.
  return paint === 'path'
    ? pathPoints(bytes, start, end)
    : [
        [0, 0],
        [1, 1],
      ];
}

/** Two corners of the room of each piece of text that is shown (ISO 32000-1, 9.4), in the coordinates around it. */
function* textPoints(bytes: Uint8Array, start: number, end: number): Generator<Point> {
  const lexer = openLexer(bytes, start);
  let numbers: number[] = [];
  let line: Matrix = [1, 0, 0, 1, 0, 0];
  let size = 0;
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'number') numbers.push(parseNumber(lexer));
    if (token !== 'keyword') continue;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (lexer.text()) {
      case 'Tf':
        size = a;
        break;
      case 'Tm':
        line = [a, b, c, d, e, f];
        break;
      case 'Td':
        line = multiply([1, 0, 0, 1, a, b], line);
        break;
      case 'Tj':
      case 'TJ':
        yield transform([0, -descent * size], line);
        yield transform([advance * size, ascent * size], line);
        break;
    }
    numbers = [];
  }
}
