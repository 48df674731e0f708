import type { Markup } from './scan-markup.ts';

/** What these hold is no running text: labels in drawings are read as their alternative text. */
const silent: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'svg']);

const named: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', '\xa0'],
    ['shy', '\xad'],
  ] as const),
]);

/**
 * The text of a document in its order, with white space as it is written. A line break is white space. It tells where
 * words end, and no more: a character that is written by an unusual name is missing.
 */
export function runningText(markup: Iterable<Markup>): string {
  let text = '';
  let silence: { readonly name: string; depth: number } | undefined;
  for (const piece of markup) {
    if (piece.kind === 'text' && !silence) text += decode(piece.written);
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

function decode(written: string): string {
  return written.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (_, hexadecimal, decimal, name) => {
    if (name) return named.get(name) ?? '';
    return String.fromCodePoint(hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal));
  });
}
