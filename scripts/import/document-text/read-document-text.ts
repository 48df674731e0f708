import type { DocumentText } from './document-text.ts';
import { htmlText, markdownText, plainText } from './page-text.ts';
import { wordText } from './word-text.ts';

/** The formats of manuscripts, by the end of the file's name. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => DocumentText>> = {
  docx: wordText,
  md: markdownText,
  markdown: markdownText,
  html: htmlText,
  htm: htmlText,
  txt: plainText,
};

/**
 * Reads what a document says.
 *
 * @param format the end of its name: docx, md, markdown, html, htm or txt
 * @throws Error for a file that is not of its format, and for a format that is none of these
 */
export function documentText(bytes: Uint8Array, format = 'docx'): DocumentText {
  const read = readers[format.toLowerCase()];
  if (!read) throw new Error(`a file of the kind ".${format}" cannot be read: save it as .docx, .md, .html or .txt`);
  return read(bytes);
}
