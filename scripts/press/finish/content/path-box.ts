import { openLexer, wordCode } from '../file/lexer.ts';
import { parseNumber } from '../file/parser.ts';
import { type Box, growingBox } from './box.ts';

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
