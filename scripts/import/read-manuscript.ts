import { declaredEncoding, decodeText, fileKind } from './file-kind.ts';
import type { Manuscript, ReadText } from './manuscript.ts';
import { nameFrom } from './names.ts';
import { readMarkdown, readPage } from './page.ts';
import { type PictureWorld, takePictures } from './pictures.ts';
import { readPlainText } from './plain-text.ts';
import { readWord } from './word/read-word.ts';
import { UnreadableWord } from './word/xml.ts';

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
  const { embedded, ...read } = await readKind(name, bytes, world);
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

async function readKind(
  name: string,
  bytes: Uint8Array,
  { sections }: ManuscriptWorld,
): Promise<ReadText & { readonly embedded: readonly Uint8Array[] }> {
  const file = fileKind(name, bytes);
  switch (file.kind) {
    case 'word':
      try {
        return await readWord(bytes);
      } catch (cause) {
        throw cause instanceof UnreadableWord ? new Error(`${name} ${cause.message}`, { cause }) : cause;
      }
    case 'page':
      return { ...readPage(textIn(name, bytes, declaredEncoding(bytes))), embedded: [] };
    case 'markdown':
      return { ...readMarkdown(textIn(name, bytes, 'guess')), embedded: [] };
    case 'text':
      return { ...readPlainText(textIn(name, bytes, 'guess'), sections), embedded: [] };
    case 'refused':
      throw new Error(`"${name}" is ${file.is}: ${file.cure}`);
  }
}

/** Control characters that end no line. */
const noText = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/** The text of a file without characters that are none: what programs of the past put between lines. */
function textIn(name: string, bytes: Uint8Array, declared: string): string {
  const text = decodeText(bytes, declared);
  const none = text.match(noText)?.length ?? 0;
  if (none > Math.max(20, text.length / 20))
    throw new Error(`"${name}" is no text: save it as a Word document (.docx) with the program that made it`);
  return text.replace(noText, '');
}
