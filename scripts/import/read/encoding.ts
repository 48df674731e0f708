/**
 * The text of a file, without control characters that old programs put between lines.
 *
 * @param name the file's, for the message
 * @param declared the encoding that a page names (its `charset`); `guess` where none is named
 * @throws Error for bytes that are no text
 */
export function textIn(name: string, bytes: Uint8Array, declared: string): string {
  const text = decodeText(bytes, declared);
  const none = text.match(noText)?.length ?? 0;
  if (none > Math.max(20, text.length / 20))
    throw new Error(`"${name}" is not a text file: save it as a Word document (.docx) with the program that made it`);
  return text.replace(noText, '');
}

/** Control characters that end no line. */
const noText = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/**
 * The characters of a text file: UTF-8 or UTF-16 by their mark, UTF-8 where the bytes are valid, else what the file says of
 * itself, else Windows-1252, which older editors of Europe and America write. The mark itself is left out.
 */
function decodeText(bytes: Uint8Array, declared: string): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf16 = wideOrder(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoderOf(declared).decode(bytes);
  }
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(/^utf-?8$/i.test(label) ? 'windows-1252' : label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/** UTF-16 without its mark: in texts of Latin script every other byte is zero. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const some = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  some.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = some.length / 5;
  if (some.length >= 8 && odd > many && even < many / 10) return 'utf-16le';
  return some.length >= 8 && even > many && odd < many / 10 ? 'utf-16be' : undefined;
}

/** The encoding that a page of HTML names near its beginning (`<meta charset>`); `guess` where it names none. */
export function declaredEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  return (
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(start)?.[1] ??
    'guess'
  );
}
