import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import type { ReadText } from './manuscript.ts';
import { treeOfPage } from './page.ts';
import { markNotes } from './page-notes.ts';

/** Word's styles by what they are, beyond those that mammoth knows. */
const styles = [
  "p[style-name='Title'] => p.manuscript-title:fresh",
  "p[style-name='Table of Contents Heading'] => p.manuscript-contents:fresh",
  "p[style-name='TOC Heading'] => p.manuscript-contents:fresh",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((level) => [
    `p[style-name='toc ${level}'] => p.manuscript-contents:fresh`,
    `p[style-name='TOC ${level}'] => p.manuscript-contents:fresh`,
    `p[style-name='Contents ${level}'] => p.manuscript-contents:fresh`,
  ]),
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/**
 * Reads a Word document (ECMA-376): its text with tracked changes accepted and comments left out.
 *
 * @returns pictures are named "picture:0" and so on, by their place in the list
 * @throws Error for a file that is not a Word document
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText & { readonly embedded: readonly Uint8Array[] }> {
  const embedded: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    embedded.push(new Uint8Array(await image.readAsArrayBuffer()));
    return { src: `picture:${embedded.length - 1}` };
  });
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: styles, convertImage },
  );
  const { notices, ...text } = treeOfPage(markNotes(fromHtml(value, { fragment: true })));
  const told = new Set(messages.flatMap(({ message }) => inAuthorsWords(message)));
  return { ...text, notices: [...notices, ...told], embedded };
}

/** What mammoth could not read. A style of the authors' own is not lost with its name: the paragraph is there. */
function inAuthorsWords(message: string): readonly string[] {
  if (/^Unrecognised .* style/.test(message)) return [];
  const element = /unrecognised element was ignored: (.*)$/.exec(message)?.[1];
  if (element === undefined) return [message];
  if (/math/i.test(element)) return ['a formula was left out: write it in words and signs, or place it as a picture'];
  return [`a part of the document that is neither text nor picture was left out (${element})`];
}
