import { type Lexer, numberAt, openLexer, wordCode } from './lexer.ts';
import { type Dictionary, isDictionary, isReference, type PdfObject } from './objects.ts';
import { parseNumber, parseObject } from './parser.ts';
import { type PdfFile, pdfFile } from './pdf-file.ts';

/**
 * Opens a PDF as Chromium writes it: with one cross-reference table (ISO 32000-1, 7.5.4), and objects that are read when
 * somebody asks for them.
 *
 * @throws Error, here or when an object is asked for, that says what was met instead
 */
export function openFile(bytes: Uint8Array): PdfFile {
  const lexer = openLexer(bytes);
  const offsets = readTable(bytes, lexer);
  const trailer = parseObject(bytes, lexer);
  const root = isDictionary(trailer) ? trailer.get('Root') : undefined;
  if (!isDictionary(trailer) || !isReference(root)) throw new Error('its trailer names no catalogue');
  for (const key of ['Prev', 'XRefStm', 'Encrypt']) {
    if (trailer.has(key)) throw new Error(`its trailer has "${key}", which no print of Chromium has`);
  }
  const information = trailer.get('Info');
  const pdf: PdfFile = pdfFile({
    root,
    information: isReference(information) ? information : undefined,
    count: offsets.length,
    read(number) {
      const offset = offsets[number];
      return offset === undefined ? null : readObject(bytes, lexer, { number, offset }, pdf.resolve);
    },
  });
  return pdf;
}

/** Each entry of the table has so many bytes, and says by one of them that its object is in use (7.5.4). */
const [entryLength, entryKind, inUse] = [20, 17, 0x6e] as const;

/** The offset of each object by its number. The lexer stands before the trailer's dictionary after it. */
function readTable(bytes: Uint8Array, lexer: Lexer): readonly (number | undefined)[] {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = tail.lastIndexOf('startxref');
  if (at === -1) throw new Error('it has no cross-reference: this is no PDF, or not all of one');
  lexer.moveTo(at + 'startxref'.length);
  lexer.moveTo(readNumber(lexer));
  expectKeyword(lexer, table);
  const offsets: (number | undefined)[] = [];
  for (let token = lexer.next(); token === 'number'; token = lexer.next()) {
    const first = parseNumber(lexer);
    const count = readNumber(lexer);
    lexer.next();
    let at = lexer.start();
    if (at + count * entryLength > bytes.length) throw new Error(`its cross-reference does not end within it`);
    for (let number = first; number < first + count; number += 1) {
      offsets[number] = bytes[at + entryKind] === inUse ? numberAt(bytes, at) : undefined;
      at += entryLength;
    }
    lexer.moveTo(at);
  }
  if (lexer.text() !== 'trailer') throw new Error(`there is no trailer at byte ${lexer.start()}`);
  return offsets;
}

function readObject(
  bytes: Uint8Array,
  lexer: Lexer,
  { number, offset }: { readonly number: number; readonly offset: number },
  resolve: (length: PdfObject | undefined) => PdfObject,
): PdfObject {
  lexer.moveTo(offset);
  if (readNumber(lexer) !== number) throw new Error(`object ${number} is not at byte ${offset}`);
  readNumber(lexer);
  expectKeyword(lexer, begin);
  const object = parseObject(bytes, lexer);
  if (!isDictionary(object)) return object;
  lexer.next();
  return lexer.code() === stream ? readStream(bytes, lexer, object, resolve) : object;
}

/** ISO 32000-1, 7.3.8.1: the data begin after the line feed that follows the keyword. */
function readStream(
  bytes: Uint8Array,
  lexer: Lexer,
  dictionary: Dictionary,
  resolve: (length: PdfObject | undefined) => PdfObject,
): PdfObject {
  const keywordEnd = lexer.end();
  const start = keywordEnd + (bytes[keywordEnd] === 0x0d ? 2 : 1);
  const length = resolve(dictionary.get('Length'));
  if (typeof length !== 'number') throw new Error(`the stream at byte ${start} does not say its length`);
  lexer.moveTo(start + length);
  lexer.next();
  if (lexer.text() !== 'endstream') throw new Error(`the stream at byte ${start} does not end where it says`);
  return { kind: 'stream', dictionary, bytes: bytes.subarray(start, start + length) };
}

function readNumber(lexer: Lexer): number {
  if (lexer.next() !== 'number') throw new Error(`there is no number at byte ${lexer.start()}`);
  return parseNumber(lexer);
}

const stream = wordCode('stream');
const [table, begin] = ['xref', 'obj'].map((word) => ({ word, code: wordCode(word) })) as [Keyword, Keyword];

interface Keyword {
  readonly word: string;
  readonly code: number;
}

function expectKeyword(lexer: Lexer, { word, code }: Keyword): void {
  lexer.next();
  if (lexer.code() !== code) throw new Error(`there is no "${word}" at byte ${lexer.start()}`);
}
