/** What a manuscript can be read from. */
export type ReadableKind = 'word' | 'page' | 'markdown' | 'text';

/** What a file is: a kind that can be read, or a sentence on how to get one. */
export type FileKind =
  | { readonly kind: ReadableKind }
  | { readonly kind: 'refused'; readonly is: string; readonly cure: string };

const byEnding: Readonly<Record<string, ReadableKind>> = {
  docx: 'word',
  docm: 'word',
  dotx: 'word',
  html: 'page',
  htm: 'page',
  xhtml: 'page',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
};

/** The endings of files that can be read, as they are told to authors. */
export const endings = ['docx', 'html', 'htm', 'md', 'markdown', 'txt'] as const;

/** Files that other programs write, with what an author does with them. */
const foreign = {
  odt: { is: 'an OpenDocument text', cure: `open it in LibreOffice or Word and save it as a Word document (.docx)` },
  rtf: { is: 'a rich text file', cure: `open it in Word or LibreOffice and save it as a Word document (.docx)` },
  doc: {
    is: 'a document of Word before 2007',
    cure: `open it in Word or LibreOffice and save it as a Word document (.docx)`,
  },
  locked: {
    is: 'a document with a password',
    cure: `open it in Word with its password, take the password off (File, Info, Protect Document) and save it as .docx`,
  },
  pdf: {
    is: 'a PDF',
    cure: 'ask for the document that it was made from, or open the PDF in Word and save it as a Word document (.docx)',
  },
  pages: { is: 'a document of Pages', cure: 'open it in Pages and export it as Word (.docx)' },
  mht: { is: 'a web page in one archive', cure: 'open it in a browser and save it as “Webpage, HTML only” (.html)' },
  sheet: { is: 'a workbook or a presentation', cure: 'copy its text into a Word document (.docx) and import that' },
  google: { is: 'a link to a document on the web', cure: 'open it there and download it as Microsoft Word (.docx)' },
} as const;

const foreignEndings: Readonly<Record<string, keyof typeof foreign>> = {
  odt: 'odt',
  ott: 'odt',
  fodt: 'odt',
  rtf: 'rtf',
  doc: 'doc',
  dot: 'doc',
  pdf: 'pdf',
  pages: 'pages',
  mht: 'mht',
  mhtml: 'mht',
  xlsx: 'sheet',
  pptx: 'sheet',
  ods: 'sheet',
  odp: 'sheet',
  gdoc: 'google',
};

/** What a file is: by its bytes, which do not err, and only then by the ending of its name. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const ending = (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();
  const found = kindOfBytes(bytes);
  if (found === 'word') return { kind: 'word' };
  if (found !== undefined) return { kind: 'refused', ...foreign[found] };
  const known = byEnding[ending];
  // A page that its program calls a document, or that a browser saved under another ending.
  if (known !== 'markdown' && known !== 'word' && looksLikePage(bytes)) return { kind: 'page' };
  if (known !== undefined) return { kind: known };
  const other = foreignEndings[ending];
  if (other !== undefined) return { kind: 'refused', ...foreign[other] };
  return {
    kind: 'refused',
    is: `no kind of file that can be read`,
    cure: `save it as ${endings.map((one) => `.${one}`).join(', ')}`,
  };
}

/** By the first bytes of a file, and the names of the parts in an archive. */
function kindOfBytes(bytes: Uint8Array): 'word' | keyof typeof foreign | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, 1024);
  if (start.includes('%PDF-') && start.trimStart().startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  // The container of Word before 2007 (MS-CFB), which also holds documents with a password (MS-OFFCRYPTO).
  if (start.startsWith('\xD0\xCF\x11\xE0'))
    return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'doc';
  if (/^(?:MIME-Version|From|Date|Subject): /i.test(start) && /content-type:\s*multipart\/related/i.test(start))
    return 'mht';
  if (!start.startsWith('PK')) return undefined;
  if (start.startsWith('mimetypeapplication/vnd.oasis.opendocument.text', 30)) return 'odt';
  if (buffer.includes('word/document') || buffer.includes('word/_rels/')) return 'word';
  if (buffer.includes('Index/Document.iwa') || buffer.includes('Index.zip')) return 'pages';
  if (buffer.includes('xl/workbook') || buffer.includes('ppt/presentation')) return 'sheet';
  return undefined;
}

function looksLikePage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replace(/\0|^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/g, '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(start);
}

/**
 * The characters of a text file: UTF-8 or UTF-16 by their mark, UTF-8 where the bytes are valid, else what the file says of
 * itself, else Windows-1252, which older editors of Europe and America write. The mark itself is left out.
 *
 * @param declared the encoding that a page names (its `charset`); `guess` where none is named
 */
export function decodeText(bytes: Uint8Array, declared: string): string {
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
