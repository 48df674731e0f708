import { hexadecimalDigit, readLiteral } from '../file/parser.ts';

/**
 * Calls for each code that a hexadecimal string shows.
 *
 * @param width bytes of a code
 * @throws Error when it ends within a code
 */
export function eachHexadecimalCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: 1 | 2,
  show: (code: number) => void,
): void {
  const digits = width * 2;
  let count = 0;
  let code = 0;
  for (let at = start + 1; at < end - 1; at += 1) {
    const digit = hexadecimalDigit(bytes[at] as number);
    if (digit === -1) continue;
    code = code * 16 + digit;
    count += 1;
    if (count < digits) continue;
    show(code);
    count = 0;
    code = 0;
  }
  // A last digit that is missing is a zero (ISO 32000-1, 7.3.4.3).
  if (count === digits - 1) show(code * 16);
  else if (count > 0) throw incomplete(start);
}

/** The same for a literal string. */
export function eachLiteralCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: 1 | 2,
  show: (code: number) => void,
): void {
  const shown = readLiteral(bytes, start, end);
  if (shown.length % width !== 0) throw incomplete(start);
  for (let at = 0; at < shown.length; at += width) {
    show(width === 1 ? shown.charCodeAt(at) : (shown.charCodeAt(at) << 8) | shown.charCodeAt(at + 1));
  }
}

function incomplete(at: number): Error {
  return new Error(`the string at byte ${at} ends within a code`);
}
