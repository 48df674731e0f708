import type { Manuscript, ReadText } from '../manuscript.ts';
import { nameFrom } from '../names.ts';
import { declaredEncoding, textIn } from './encoding.ts';
import { readMarkdown } from './markdown.ts';
import { type PictureWorld, takePictures } from './pictures.ts';
import { readPlainText } from './plain-text.ts';
import { readPage } from './web-page.ts';
import { UnreadableWord } from './word/package.ts';
import { readWord } from './word/read-word.ts';

/** What reading a manuscript takes besides its bytes. */
export interface ManuscriptWorld extends Pick<PictureWorld, 'toPng' | 'placeholder'> {
  /** A file that the manuscript names, from its own folder; undefined where there is none. */
  readonly pictureAt: (path: string) => Uint8Array | undefined;
  /** Titles of sections, as the series has them: by them plain text is split. */
  readonly sections: readonly string[];
}

/**
 * Reads a manuscript by what its bytes are, and by the ending of its name where those do not say.
 *
 * @throws Error for a file that cannot be read, with what to do about it
 */
export async function readManuscript(name: string, bytes: Uint8Array, world: ManuscriptWorld): Promise<Manuscript> {
  const { embedded, ...read } = await readFile({ name, bytes, sections: world.sections });
  const text = withoutTitlePictures(read);
  const pictures = await takePictures(text.tree, nameFrom(name.replace(/\.[^.]*$/, '')), {
    ...world,
    fetch: (source) => {
      const number = /^picture:(\d+)$/.exec(source)?.[1];
      return number === undefined ? world.pictureAt(source) : embedded[Number(number)];
    },
  });
  return {
    ...text,
    pictures: pictures.files,
    notices: [...text.notices, ...pictures.notices],
    remarks: [...text.remarks, ...pictures.remarks],
  };
}

/** A title is words: pictures in it come right after it, at the head of the text. */
function withoutTitlePictures(text: ReadText): ReadText {
  const pictures = text.title?.children.filter(({ type }) => type === 'image') ?? [];
  if (!text.title || pictures.length === 0) return text;
  const children = text.title.children.filter(({ type }) => type !== 'image');
  return {
    ...text,
    title: children.length > 0 ? { ...text.title, children } : undefined,
    tree: { ...text.tree, children: [{ type: 'paragraph', children: pictures }, ...text.tree.children] },
  };
}

/** A file that is to be read. */
interface ManuscriptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Titles of sections, as the series has them. */
  readonly sections: readonly string[];
}

/** A text with the pictures that its file holds: "picture:0" is the first. */
type ReadFile = ReadText & { readonly embedded: readonly Uint8Array[] };

/** A format in which manuscripts come: how a file of it is known, and how it is read or what its author does instead. */
interface InputFormat {
  /** In a message: "a PDF". */
  readonly is: string;
  /** The ends of its files' names, as they are written in messages. */
  readonly endings: readonly string[];
  /** More ends of names that its files have. */
  readonly alsoEndings: readonly string[];
  /** Whether a file is of this format by its bytes, which do not err, whatever its name. */
  readonly isSigned: (bytes: SignedBytes) => boolean;
  readonly use:
    | { readonly kind: 'read'; readonly read: (file: ManuscriptFile) => Promise<ReadFile> }
    | { readonly kind: 'refused'; readonly cure: string };
}

/** What a signature is looked for in. */
interface SignedBytes {
  /** The first kilobyte, a letter a byte. */
  readonly start: string;
  /** Whether they stand anywhere in the file. */
  readonly has: (words: string | Buffer) => boolean;
  /** Whether the file is an archive (ZIP) with a part of such a name. */
  readonly hasPart: (name: string) => boolean;
}

const never = (): boolean => false;
const read = (reader: (file: ManuscriptFile) => Promise<ReadFile>): InputFormat['use'] => ({
  kind: 'read',
  read: reader,
});
const refused = (cure: string): InputFormat['use'] => ({ kind: 'refused', cure });
const saveAsWord = 'save it as a Word document (.docx)';

/** A web page, as a browser or an office program saves it. */
const page: InputFormat = {
  is: 'a web page',
  endings: ['html', 'htm'],
  alsoEndings: ['xhtml'],
  isSigned: never,
  use: read(async ({ name, bytes }) => ({ ...readPage(textIn(name, bytes, declaredEncoding(bytes))), embedded: [] })),
};

const word: InputFormat = {
  is: 'a Word document',
  endings: ['docx'],
  alsoEndings: ['docm', 'dotx'],
  isSigned: ({ hasPart }) => hasPart('word/document') || hasPart('word/_rels/'),
  use: read(async ({ name, bytes }) => {
    try {
      return await readWord(bytes);
    } catch (cause) {
      throw cause instanceof UnreadableWord ? new Error(`${name} ${cause.message}`, { cause }) : cause;
    }
  }),
};

const markdown: InputFormat = {
  is: 'a markdown file',
  endings: ['md', 'markdown'],
  alsoEndings: [],
  isSigned: never,
  use: read(async ({ name, bytes }) => ({ ...readMarkdown(textIn(name, bytes, 'guess')), embedded: [] })),
};

const plainText: InputFormat = {
  is: 'plain text',
  endings: ['txt'],
  alsoEndings: ['text'],
  isSigned: never,
  use: read(async ({ name, bytes, sections }) => ({
    ...readPlainText(textIn(name, bytes, 'guess'), sections),
    embedded: [],
  })),
};

/** The container of Word before 2007 (MS-CFB), which also holds documents with a password (MS-OFFCRYPTO). */
const compoundFile = '\xD0\xCF\x11\xE0';

/** All formats that are known, those that are read and those that other programs write. Signatures are tried in this order. */
const formats: readonly InputFormat[] = [
  {
    is: 'a PDF',
    endings: ['pdf'],
    alsoEndings: [],
    isSigned: ({ start }) => start.trimStart().startsWith('%PDF-'),
    use: refused(
      'ask for the document that it was made from, or open the PDF in Word and save it as a Word document (.docx)',
    ),
  },
  {
    is: 'a rich text file',
    endings: ['rtf'],
    alsoEndings: [],
    isSigned: ({ start }) => start.startsWith('{\\rtf'),
    use: refused(`open it in Word or LibreOffice and ${saveAsWord}`),
  },
  {
    is: 'a document with a password',
    endings: [],
    alsoEndings: [],
    isSigned: ({ start, has }) => start.startsWith(compoundFile) && has(Buffer.from('EncryptedPackage', 'utf16le')),
    use: refused(
      'open it in Word with its password, take the password off (File, Info, Protect Document) and save it as .docx',
    ),
  },
  {
    is: 'a document of Word before 2007',
    endings: ['doc'],
    alsoEndings: ['dot'],
    isSigned: ({ start }) => start.startsWith(compoundFile),
    use: refused(`open it in Word or LibreOffice and ${saveAsWord}`),
  },
  {
    is: 'a web page in one archive',
    endings: ['mht'],
    alsoEndings: ['mhtml'],
    isSigned: ({ start }) =>
      /^(?:MIME-Version|From|Date|Subject): /i.test(start) && /content-type:\s*multipart\/related/i.test(start),
    use: refused('open it in a browser and save it as “Webpage, HTML only” (.html)'),
  },
  {
    is: 'an OpenDocument text',
    endings: ['odt'],
    alsoEndings: ['ott', 'fodt'],
    isSigned: ({ start }) =>
      start.startsWith('PK') && start.startsWith('mimetypeapplication/vnd.oasis.opendocument.text', 30),
    use: refused(`open it in LibreOffice or Word and ${saveAsWord}`),
  },
  word,
  {
    is: 'a document of Pages',
    endings: ['pages'],
    alsoEndings: [],
    isSigned: ({ hasPart }) => hasPart('Index/Document.iwa') || hasPart('Index.zip'),
    use: refused('open it in Pages and export it as Word (.docx)'),
  },
  {
    is: 'a workbook or a presentation',
    endings: ['xlsx', 'pptx', 'ods', 'odp'],
    alsoEndings: [],
    isSigned: ({ hasPart }) => hasPart('xl/workbook') || hasPart('ppt/presentation'),
    use: refused('copy its text into a Word document (.docx) and import that'),
  },
  {
    is: 'a link to a document on the web',
    endings: ['gdoc'],
    alsoEndings: [],
    isSigned: never,
    use: refused('open it there and download it as Microsoft Word (.docx)'),
  },
  page,
  markdown,
  plainText,
];

async function readFile(file: ManuscriptFile): Promise<ReadFile> {
  const { is, use } = formatOf(file.name, file.bytes);
  if (use.kind === 'refused') throw new Error(`"${file.name}" is ${is}: ${use.cure}`);
  return use.read(file);
}

/** What a file is: by its bytes, and only where those do not say by the end of its name. */
function formatOf(name: string, bytes: Uint8Array): Pick<InputFormat, 'is' | 'use'> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, 1024);
  const signed: SignedBytes = {
    start,
    has: (words) => buffer.includes(words),
    hasPart: (part) => start.startsWith('PK') && buffer.includes(part),
  };
  const sure = formats.find(({ isSigned }) => isSigned(signed));
  if (sure) return sure;
  const ending = (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();
  const named = formats.find(({ endings, alsoEndings }) => [...endings, ...alsoEndings].includes(ending));
  // A page that its program calls a document, or that a browser saved under another ending.
  if (named !== markdown && named !== word && looksLikePage(bytes)) return page;
  return named ?? unknown();
}

function unknown(): Pick<InputFormat, 'is' | 'use'> {
  const endings = [word, page, markdown, plainText].flatMap((format) => format.endings);
  return {
    is: 'no kind of file that can be read',
    use: refused(`save it as ${endings.map((one) => `.${one}`).join(', ')}`),
  };
}

function looksLikePage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replace(/\0|^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/g, '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(start);
}
