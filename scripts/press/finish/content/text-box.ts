import { openLexer, wordCode } from '../file/lexer.ts';
import { parseNumber } from '../file/parser.ts';
import { type Box, type GrowingBox, growingBox } from './box.ts';
import { identity, type Matrix, multiply, transform } from './matrix.ts';

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
const acts: ReadonlyMap<number, (pen: Pen, a: number, b: number) => void> = new Map(
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
export function textBox(bytes: Uint8Array, start: number, end: number): Box | undefined {
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
    else acts.get(operator)?.(pen, a, b);
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
