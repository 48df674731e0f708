import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** What a reader of an edition's page has of the document that it was made from. */
export interface Printed {
  /** In the order in which it is read, without what a document cannot have: drawings, and the press's own contents and calls. */
  readonly text: string;
  readonly pictures: number;
}

/** Reads the page of an edition, as HTML. */
export function printedOn(html: string): Printed {
  const page = fromHtml(html);
  let pictures = 0;
  visit(page, { tagName: 'img' }, () => {
    pictures += 1;
  });
  return { text: Array.from(piecesOf(page)).join(''), pictures };
}

const inline = new Set('a b cite code del em i mark q s small span strong sub sup u'.split(' '));
const unseen = new Set(['head', 'nav', 'svg', 'script', 'style']);
const ofNotes = new Set(['doc-noteref', 'doc-backlink', 'doc-toc']);

function* piecesOf(node: Nodes): Iterable<string> {
  if (node.type === 'text') yield node.value;
  if (node.type === 'root') for (const child of node.children) yield* piecesOf(child);
  if (node.type !== 'element' || unseen.has(node.tagName) || ofNotes.has(String(node.properties.role ?? ''))) return;
  const around = inline.has(node.tagName) ? '' : '\n';
  yield around;
  let number = Number(node.properties.start ?? 1);
  for (const child of node.children) {
    // The browser prints the numbers of lists. Notes have theirs as text.
    const isNumbered = node.tagName === 'ol' && child.type === 'element' && child.properties.role !== 'doc-endnote';
    if (isNumbered) yield `\n${number++}. `;
    yield* piecesOf(child);
  }
  yield around;
}
