import { type Lexer, numberAt } from '../file/lexer.ts';
import { isDictionary, isName, type PdfObject } from '../file/objects.ts';
import { parseObject } from '../file/parser.ts';
import type { Matrix } from './geometry.ts';

/** The numbers of a matrix, by their offsets. @throws Error when there are not six */
export function matrixAt(bytes: Uint8Array, operands: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = operands;
  const at = (offset: number | undefined) => (offset === undefined ? Number.NaN : numberAt(bytes, offset));
  const matrix = [at(a), at(b), at(c), at(d), at(e), at(f)] as const;
  if (operands.length !== 6 || matrix.some(Number.isNaN)) throw new Error(`there is no matrix at byte ${a}`);
  return matrix;
}

/**
 * A name without its slash, by its offset.
 *
 * @param lexer of the bytes; it stands elsewhere afterwards
 * @throws Error where there is none
 */
export function nameAt(bytes: Uint8Array, lexer: Lexer, offset: number | undefined): string {
  const object = objectAt(bytes, lexer, offset);
  if (!isName(object)) throw new Error(`there is no name before byte ${lexer.end()}`);
  return object.slice(1);
}

/** What marked content says of itself (ISO 32000-1, 14.6): its tag, and its MCID where it has one. */
interface Marked {
  readonly tag: string;
  readonly number: number | undefined;
}

/**
 * Reads the operands of BMC or BDC, by their offsets.
 *
 * @param lexer of the bytes; it stands elsewhere afterwards
 */
export function markedAt(bytes: Uint8Array, lexer: Lexer, [tag, properties]: readonly number[]): Marked {
  const entries = objectAt(bytes, lexer, properties);
  const number = isDictionary(entries) ? entries.get('MCID') : undefined;
  return { tag: nameAt(bytes, lexer, tag), number: typeof number === 'number' ? number : undefined };
}

function objectAt(bytes: Uint8Array, lexer: Lexer, offset: number | undefined): PdfObject {
  if (offset === undefined) return null;
  lexer.moveTo(offset);
  return parseObject(bytes, lexer);
}

/** What is known of operators that stand in a PDF, but in no finished one. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['k', 'a colour in CMYK, and nothing says how it looks'],
  ['K', 'a colour in CMYK, and nothing says how it looks'],
  ['BI', 'an image within the content'],
]);

/** The error at an operator that Chromium never writes, or that PDF/A does not allow (ISO 19005-3, 6.2.2). */
export function unknownOperator(lexer: Lexer): Error {
  const word = lexer.text();
  const reason = reasons.get(word);
  const at = `at byte ${lexer.start()}`;
  return new Error(reason ? `there is ${reason} ${at}` : `unknown operator "${word}" ${at}`);
}
