import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * The text of an edition's page in the order in which it is read. Left out is what a manuscript cannot have: the list of
 * contents, drawings, and the numbers that call notes.
 */
export function printedText(html: string): string {
  return Array.from(piecesOf(fromHtml(html))).join('');
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
  for (const child of node.children) yield* piecesOf(child);
  yield around;
}
