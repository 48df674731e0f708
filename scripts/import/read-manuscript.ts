import type { Root as Page } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { textOf } from '../press/read/files.ts';
import type { Manuscript, ReadText } from './manuscript.ts';
import { nameFrom } from './name-from.ts';
import { readText } from './read-text.ts';
import { sayRemarks } from './say-remarks.ts';
import { takePictures } from './take-pictures.ts';
import { treeOfPage } from './tree-of-page.ts';
import { readWord } from './word/read-word.ts';
import { UnreadableWord } from './word/xml.ts';

/** The endings of files that can be read. */
export const endings = ['docx', 'html', 'htm', 'md', 'markdown', 'txt'] as const;

/** What reading a manuscript takes besides its bytes. */
export interface ManuscriptWorld {
  /** A file that the manuscript names, from its own folder; undefined where there is none. */
  readonly pictureAt: (path: string) => Uint8Array | undefined;
  /** Titles of sections, as the series has them: by them plain text is split. */
  readonly sections: readonly string[];
}

/**
 * Reads a manuscript by the ending of its name.
 *
 * @throws Error for an ending that is not among {@link endings}, or bytes that are not what the name says
 */
export async function readManuscript(name: string, bytes: Uint8Array, world: ManuscriptWorld): Promise<Manuscript> {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const { embedded, ...text } = await readEnding(name, ending, bytes, world);
  const pictures = takePictures(text.tree, nameFrom(name.replace(/\.[^.]*$/, '')), (source) => {
    const number = /^picture:(\d+)$/.exec(source)?.[1];
    return number === undefined ? world.pictureAt(source) : embedded[Number(number)];
  });
  return { ...text, pictures: pictures.files, notices: [...text.notices, ...pictures.notices] };
}

async function readEnding(
  name: string,
  ending: string,
  bytes: Uint8Array,
  { sections }: ManuscriptWorld,
): Promise<ReadText & { readonly embedded: readonly Uint8Array[] }> {
  switch (ending) {
    case 'docx':
      try {
        const text = await readWord(bytes);
        return { ...text, notices: [...text.notices, ...sayRemarks(text.remarks)] };
      } catch (cause) {
        throw cause instanceof UnreadableWord ? new Error(`${name} ${cause.message}`) : cause;
      }
    case 'html':
    case 'htm':
      return { ...treeOfPage(fromHtml(textOf(bytes))), embedded: [] };
    case 'md':
    case 'markdown':
      return { ...treeOfPage(pageOfMarkdown(textOf(bytes))), embedded: [] };
    case 'txt':
      return {
        title: undefined,
        tree: readText(textOf(bytes).replace(/^\uFEFF/, ''), sections),
        notices: [],
        remarks: [],
        embedded: [],
      };
    default:
      throw new Error(`"${name}" cannot be read: save it as ${endings.map((known) => `.${known}`).join(', ')}`);
  }
}

/**
 * Markdown as a page: so its HTML is read as such, and references to links and notes are resolved. It is CommonMark with
 * GFM; marks of this press in it are text.
 */
function pageOfMarkdown(markdown: string): Page {
  const tree: Root = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(markdown);
  return fromHtml(toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true }), { fragment: true });
}
