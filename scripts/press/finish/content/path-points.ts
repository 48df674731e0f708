import { openLexer } from '../file/lexer.ts';
import { parseNumber } from '../file/parse-object.ts';
import type { Point } from './matrix.ts';

/** So many numbers before each operator are points of its path (ISO 32000-1, table 59). A curve lies within its points. */
const numbersOf: ReadonlyMap<string, number> = new Map([
  ['m', 2],
  ['l', 2],
  ['c', 6],
  ['v', 4],
  ['y', 4],
]);

/** The points of a path that is written between two offsets, in its own coordinates. */
export function* pathPoints(bytes: Uint8Array, start: number, end: number): Generator<Point> {
  const lexer = openLexer(bytes, start);
  let numbers: number[] = [];
  for (let token = lexer.next(); token !== 'end' && lexer.start() < end; token = lexer.next()) {
    if (token === 'number') {
      numbers.push(parseNumber(lexer));
      continue;
    }
    const operator = lexer.text();
    if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      yield [x, y];
      yield [x + width, y + height];
    }
    for (let i = 0; i < (numbersOf.get(operator) ?? 0); i += 2) yield [numbers[i] ?? 0, numbers[i + 1] ?? 0];
    numbers = [];
  }
}
