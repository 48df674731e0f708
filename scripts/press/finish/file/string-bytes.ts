/** The bytes that a literal string stands for, a character each (ISO 32000-1, 7.3.4.2). Its parentheses are at the ends. */
export function readLiteral(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start + 1;
  while (at < end - 1) {
    const code = bytes[at] as number;
    at += 1;
    if (code === 0x5c) {
      const escaped = readEscape(bytes, at);
      text += escaped.text;
      at += escaped.length;
    } else if (code === 0x0d) {
      // Any end of a line within a string is one line feed.
      text += '\n';
      if (bytes[at] === 0x0a) at += 1;
    } else {
      text += String.fromCharCode(code);
    }
  }
  return text;
}

const escapes: ReadonlyMap<number, string> = new Map([
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
  [0x62, '\b'],
  [0x66, '\f'],
  // A line that goes on in the next.
  [0x0a, ''],
]);

function readEscape(bytes: Uint8Array, at: number): { readonly text: string; readonly length: number } {
  const code = bytes[at] as number;
  let length = 0;
  let value = 0;
  for (let digit = bytes[at]; isOctal(digit) && length < 3; digit = bytes[at + length]) {
    value = value * 8 + digit - 0x30;
    length += 1;
  }
  if (length > 0) return { text: String.fromCharCode(value & 0xff), length };
  if (code === 0x0d) return { text: '', length: bytes[at + 1] === 0x0a ? 2 : 1 };
  return { text: escapes.get(code) ?? String.fromCharCode(code), length: 1 };
}

function isOctal(code: number | undefined): code is number {
  return code !== undefined && code >= 0x30 && code <= 0x37;
}

/** The bytes that a hexadecimal string stands for (ISO 32000-1, 7.3.4.3). */
export function readHexadecimal(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let high = -1;
  for (let at = start + 1; at < end - 1; at += 1) {
    const digit = hexadecimalDigit(bytes[at] as number);
    if (digit === -1) continue;
    if (high === -1) {
      high = digit;
    } else {
      text += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  return high === -1 ? text : text + String.fromCharCode(high * 16);
}

/** The value of a hexadecimal digit, by its character code; -1 for what is none. */
export function hexadecimalDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
