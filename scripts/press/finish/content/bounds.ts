import { openLexer, wordCode } from '../file/lexer.ts';
import { parseNumber } from '../file/parser.ts';
import type { Unit } from './content.ts';
import {
  type Box,
  common,
  type GrowingBox,
  growingBox,
  identity,
  type Matrix,
  multiply,
  transform,
  transformed,
} from './geometry.ts';

/** An image fills the unit square (ISO 32000-1, 8.9.5). */
const unitSquare: Box = { left: 0, bottom: 0, right: 1, top: 1 };
/** A shading fills all that is not cut off (8.7.4.2): no page is larger, from whichever corner it is measured. */
const everywhere: Box = { left: -14_400, bottom: -14_400, right: 14_400, top: 14_400 };

/** Around what a unit paints, as far as it can be seen, in the coordinates of its stream; undefined for nothing. */
export function unitBox(bytes: Uint8Array, unit: Unit): Box | undefined {
  const { paint, matrix, clip } = unit;
  if (paint === 'shading') return clip ?? everywhere;
  const box = ownBox(bytes, unit);
  if (!box) return undefined;
  const here = transformed(box, matrix);
  return clip ? common(here, clip) : here;
}

/** In the unit's own coordinates. */
function ownBox(bytes: Uint8Array, { paint, start, end, extent }: Unit): Box | undefined {
  if (paint === 'text') return textBox(bytes, start, end);
  return paint === 'path' ? pathBox(bytes, start, end) : (extent ?? unitSquare);
}

/** So many numbers before each operator are points of its path (ISO 32000-1, table 59). A curve lies within its points. */
const numbersOf: ReadonlyMap<number, number> = new Map([
  [wordCode('m'), 2],
  [wordCode('l'), 2],
  [wordCode('c'), 6],
  [wordCode('v'), 4],
  [wordCode('y'), 4],
]);
const rectangle = wordCode('re');

/** Around the path that is written between two offsets, in its own coordinates; undefined where there is none. */
export function pathBox(bytes: Uint8Array, start: number, end: number): Box | undefined {
  const lexer = openLexer(bytes, start);
  const box = growingBox();
  const numbers = [0, 0, 0, 0, 0, 0];
  let count = 0;
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'number') {
      numbers[count % 6] = parseNumber(lexer);
      count += 1;
      continue;
    }
    const operator = lexer.code();
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    const points = (numbersOf.get(operator) ?? 0) / 2;
    if (points > 0 || operator === rectangle) box.add(a, b);
    if (operator === rectangle) box.add(a + c, b + d);
    if (points > 1) box.add(c, d);
    if (points > 2) box.add(e, f);
    count = 0;
  }
  return box.around();
}

/** How far glyphs reach from where they are set, in parts of the font's size: about as far as those of any text font. */
const [ascent, descent, advance] = [0.9, 0.25, 0.6];

/** Where text is set. */
interface Pen {
  readonly box: GrowingBox;
  line: Matrix;
  size: number;
  leading: number;
}

/** Operators that move a pen or show text with it, by what numbers come before them (ISO 32000-1, 9.4). */
const penMoves: ReadonlyMap<number, (pen: Pen, a: number, b: number) => void> = new Map(
  Object.entries({
    Tf: (pen: Pen, size: number) => {
      pen.size = size;
    },
    TL: (pen: Pen, leading: number) => {
      pen.leading = leading;
    },
    Td: move,
    TD: (pen: Pen, x: number, y: number) => {
      pen.leading = -y;
      move(pen, x, y);
    },
    'T*': nextLine,
    Tj: show,
    TJ: show,
    "'": showOnNextLine,
    '"': showOnNextLine,
  }).map(([word, act]) => [wordCode(word), act]),
);
const setMatrix = wordCode('Tm');

/** Around each piece of text that a text object shows, in the coordinates around it; undefined where it shows none. */
function textBox(bytes: Uint8Array, start: number, end: number): Box | undefined {
  const lexer = openLexer(bytes, start);
  const pen: Pen = { box: growingBox(), line: identity, size: 0, leading: 0 };
  const numbers = [0, 0, 0, 0, 0, 0];
  let count = 0;
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'number') {
      numbers[count % 6] = parseNumber(lexer);
      count += 1;
    }
    if (token !== 'keyword') continue;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    const operator = lexer.code();
    if (operator === setMatrix) pen.line = [a, b, c, d, e, f];
    else penMoves.get(operator)?.(pen, a, b);
    count = 0;
  }
  return pen.box.around();
}

function move(pen: Pen, x: number, y: number): void {
  pen.line = multiply([1, 0, 0, 1, x, y], pen.line);
}

function nextLine(pen: Pen): void {
  move(pen, 0, -pen.leading);
}

function show({ box, line, size }: Pen): void {
  box.add(...transform([0, -descent * size], line));
  box.add(...transform([advance * size, ascent * size], line));
}

function showOnNextLine(pen: Pen): void {
  nextLine(pen);
  show(pen);
}
