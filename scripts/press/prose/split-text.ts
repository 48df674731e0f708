import { partCitation } from './part-citation.ts';

/** One source in a citation, and what in it is meant. */
export interface CitedSource {
  readonly id: string;
  readonly locator?: string;
}

/** A piece of text between marks: plain words, a citation, or the call of a note that is not written. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'citation'; readonly sources: readonly CitedSource[]; readonly offset: number }
  | { readonly kind: 'lost-note'; readonly name: string; readonly offset: number };

const marks = / ?\[(@[^\]]+)\]([.,;:!?]?)|\[\^([^\]\s]+)\]/g;

/**
 * Splits text at its citations: `[@key]`, `[@key, p. 3]`, `[@one; @other]`. The space before one goes and the stop after
 * one comes before it, since the number of a note follows the word and its punctuation (CMOS 14.26).
 * `[^name]` that is still text calls a note that nobody wrote.
 *
 * @param within a citation within a note stays where it is, in words
 */
export function splitText(text: string, within: 'text' | 'note' = 'text'): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, cited, stop = '', note] = match;
    const isNote = within === 'note';
    const before = text.slice(end, match.index) + (isNote ? '' : stop);
    if (before !== '') pieces.push({ kind: 'words', text: before });
    const offset = match.index + whole.indexOf('[');
    if (cited !== undefined) pieces.push({ kind: 'citation', sources: readCitation(cited), offset });
    else pieces.push({ kind: 'lost-note', name: note ?? '', offset });
    if (isNote && stop !== '') pieces.push({ kind: 'words', text: stop });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end) });
  return pieces;
}

function readCitation(cited: string): readonly CitedSource[] {
  return partCitation(cited).map((part) => {
    const [id = '', ...locator] = part.replace(/^@/, '').split(',');
    return locator.length > 0 ? { id: id.trim(), locator: locator.join(',').trim() } : { id: id.trim() };
  });
}
