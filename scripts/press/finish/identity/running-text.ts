import { decodeReferences } from './decode-references.ts';
import type { Markup } from './scan-markup.ts';

/** What these hold is no running text: labels in drawings are read as their alternative text. */
const silent: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'svg']);

/**
 * The text of a document in its order, with white space as it is written. A line break is white space. It tells where
 * words end, and no more.
 */
export function runningText(markup: Iterable<Markup>): string {
  let text = '';
  let silence: { readonly name: string; depth: number } | undefined;
  for (const piece of markup) {
    if (piece.kind === 'text' && !silence) text += decodeReferences(piece.written);
    if (piece.kind === 'start') {
      if (piece.name === 'br') text += '\n';
      if (silence?.name === piece.name) silence.depth += 1;
      else if (!silence && silent.has(piece.name)) silence = { name: piece.name, depth: 1 };
    }
    if (piece.kind === 'end' && silence?.name === piece.name) {
      silence.depth -= 1;
      if (silence.depth === 0) silence = undefined;
    }
  }
  return text;
}
