import { writeMarkdown } from '../../scripts/import/pour/write-markdown.ts';
import { readWord } from '../../scripts/import/read/word/read-word.ts';
import { type DocxParts, docxOf, run } from './docx.ts';

/** What the reader of Word documents makes of a body: markdown, and its remarks as lines. */
export async function read(
  body: string,
  parts: DocxParts = {},
): Promise<{ readonly markdown: string; readonly remarks: string[] }> {
  const { tree, remarks } = await readWord(docxOf(body, parts));
  return {
    markdown: writeMarkdown(tree).trimEnd(),
    remarks: remarks.map(({ kind, effect, near, words }) => `${kind} ${effect}${near && ` near ${near}`}: ${words}`),
  };
}

export const code = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
/** A field as Word writes it: its instruction, and the result that it stored. */
export const field = (instruction: string, result: string) =>
  `${code('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${code('separate')}${result}${code('end')}`;
export const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
export const drawing = (graphic: string, properties = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"${properties}/><a:graphic><a:graphicData>${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
export const boat = run('boat');
