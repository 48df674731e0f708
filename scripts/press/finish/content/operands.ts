import { openLexer } from '../file/lexer.ts';
import { isDictionary, type PdfObject } from '../file/objects.ts';
import { parseNumber, parseObject } from '../file/parse-object.ts';
import type { Matrix } from './matrix.ts';

/** The numbers of a matrix, by their offsets. @throws Error when there are not six */
export function matrixAt(bytes: Uint8Array, operands: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = operands.map((offset) => {
    const lexer = openLexer(bytes, offset);
    lexer.next();
    return parseNumber(lexer);
  });
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    throw new Error('a matrix has fewer than six numbers');
  }
  return [a, b, c, d, e, f];
}

/** A name without its slash, by its offset. */
export function nameAt(bytes: Uint8Array, offset: number | undefined): string {
  const object = objectAt(bytes, offset);
  return typeof object === 'string' ? object.slice(1) : '';
}

/** What marked content says of itself (ISO 32000-1, 14.6): its tag, and its MCID where it has one. */
export interface Marked {
  readonly tag: string;
  readonly number: number | undefined;
}

/** Reads the operands of BMC or BDC, by their offsets. */
export function markedAt(bytes: Uint8Array, [tag, properties]: readonly number[]): Marked {
  const entries = properties === undefined ? null : objectAt(bytes, properties);
  const number = isDictionary(entries) ? entries.get('MCID') : undefined;
  return { tag: nameAt(bytes, tag), number: typeof number === 'number' ? number : undefined };
}

function objectAt(bytes: Uint8Array, offset: number | undefined): PdfObject {
  return offset === undefined ? null : parseObject(bytes, openLexer(bytes, offset));
}
