import type { Lexer } from '../file/lexer.ts';

/** An operator of a content stream with its operands (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly operator: string;
  /** Where each operand begins. */
  readonly operands: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** The operations from where a lexer stands to the end of its stream. */
export function* operationsOf(lexer: Lexer): Generator<Operation> {
  let operands: number[] = [];
  let depth = 0;
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) {
    if (token === 'keyword') {
      yield { operator: lexer.text(), operands, start: operands[0] ?? lexer.start(), end: lexer.end() };
      operands = [];
      continue;
    }
    const closes = token === 'array ends' || token === 'dictionary ends';
    if (closes) depth -= 1;
    else if (depth === 0) operands.push(lexer.start());
    if (token === 'array begins' || token === 'dictionary begins') depth += 1;
  }
}
