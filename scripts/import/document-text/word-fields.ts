import type { PartKind } from '../document-text.ts';
import type { Piece } from './word-pieces.ts';

/** What is left of pieces when their fields are read. */
export type ReadPiece = Exclude<Piece, { readonly is: 'field' | 'instruction' }>;

interface Field {
  readonly instruction: string;
  readonly isResult: boolean;
  /** The chosen entry of a list in a form. */
  readonly entry: string;
}

/** Fields whose result is not the authors' text, by the first word of their instruction (ECMA-376 part 1, 17.16.5). */
const parts: ReadonlyMap<string, PartKind> = new Map([
  ...['TOC', 'INDEX', 'TOA'].map((word) => [word, 'list of contents'] as const),
  ...['PAGE', 'NUMPAGES', 'PAGEREF', 'SECTIONPAGES', 'SECTION'].map((word) => [word, 'page number'] as const),
]);

/**
 * Reads the fields among the pieces of a text (ECMA-376 part 1, 17.16.18): their results are text, their instructions are not. A
 * field that never ends, which a damaged document may have, is none.
 */
export function readFields(pieces: readonly Piece[]): readonly ReadPiece[] {
  const ended = endedFields(pieces);
  const fields: Field[] = [];
  const change = (with_: Partial<Field>): void => {
    const field = fields.at(-1);
    if (field) fields[fields.length - 1] = { ...field, ...with_ };
  };
  return pieces.flatMap((piece, index): readonly ReadPiece[] => {
    if (piece.is === 'instruction') {
      const field = fields.at(-1);
      if (field?.isResult === false) change({ instruction: field.instruction + piece.text });
      return [];
    }
    const isShown = (open: readonly Field[]) => open.every(({ isResult }) => isResult);
    if (piece.is === 'field') {
      if (!ended.has(index)) return [];
      if (piece.char === 'begin') fields.push({ instruction: '', isResult: false, entry: piece.entry });
      if (piece.char === 'separate') change({ isResult: true });
      const field = piece.char === 'end' ? fields.pop() : undefined;
      return field && !field.isResult && isShown(fields) ? withoutResult(field) : [];
    }
    const isStructure = piece.is === 'paragraph' || piece.is === 'end of paragraph';
    if (isStructure || piece.is === 'box') return [piece];
    if (!isShown(fields)) return [];
    const kind = fields.map(({ instruction }) => parts.get(wordsOf(instruction)[0] ?? '')).find(Boolean);
    return [piece.is === 'text' && kind ? { ...piece, part: kind } : piece];
  });
}

/** Fields that show something without having a result. */
function withoutResult({ instruction, entry }: Field): readonly ReadPiece[] {
  const [name, , ...words] = wordsOf(instruction);
  const part = (kind: PartKind, text: string, detail = ''): ReadPiece => ({ is: 'part', kind, text, detail });
  if (name === 'EQ') return [part('formula', '', instruction.trim())];
  if (name === 'SYMBOL') return [part('symbol', '', instruction.trim())];
  if (name === 'FORMDROPDOWN' && entry !== '') return [part('form field', entry)];
  if (name === 'MACROBUTTON' || name === 'GOTOBUTTON') return [part('form field', words.join(' '))];
  const kind = parts.get(name ?? '');
  return kind === 'page number' ? [part(kind, '')] : [];
}

function wordsOf(instruction: string): readonly string[] {
  const [first = '', ...rest] = instruction.trim().split(/\s+/);
  return [first.toUpperCase(), ...rest];
}

/** The places of the characters of fields that begin and end. */
function endedFields(pieces: readonly Piece[]): ReadonlySet<number> {
  const open: number[][] = [];
  const ended = new Set<number>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.is !== 'field') continue;
    if (piece.char === 'begin') open.push([index]);
    else open.at(-1)?.push(index);
    if (piece.char === 'end') for (const place of open.pop() ?? []) ended.add(place);
  }
  return ended;
}
