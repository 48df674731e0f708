import { type Audit, type AuditedNumber, type NumberKind, numberKinds } from './audit.ts';
import type { FoundNumber } from './found-number.ts';
import type { PageOf } from './locate-pieces.ts';
import type { PrintedPiece } from './printed-piece.ts';

/** In characters: how much of the text around a number is told. */
const around = 48;

/** Numbers as an audit tells them: those that nothing explains first, then in the order of reading. */
export function auditedNumbers(
  numbers: readonly FoundNumber[],
  pageOf: PageOf,
  pieces: readonly PrintedPiece[],
): readonly AuditedNumber[] {
  const contextOf = contextsIn(pieces);
  const audited = grouped(numbers).map((number): AuditedNumber => {
    const { piece, start, end, count, explanation, of, place } = number;
    const cell = explanation.kind === 'data' ? explanation.cell : undefined;
    const declared = explanation.kind === 'declared' ? explanation : undefined;
    return {
      text: piece.text.slice(start, end).trim(),
      ...{ kind: explanation.kind, count, page: pageOf(piece, start) ?? null, place: place ?? null },
      ...contextOf(piece, start, end),
      fact: 'fact' in explanation ? explanation.fact : null,
      ...{ answer: of ?? null, row: cell?.row ?? null, column: cell?.column ?? null },
      source: 'source' in explanation ? explanation.source : null,
      declared: declared ? { name: declared.name, place: declared.declaredAt ?? null } : null,
    };
  });
  const isLoose = ({ kind }: AuditedNumber) => kind === 'unexplained';
  return [...audited.filter(isLoose), ...audited.filter((number) => !isLoose(number))];
}

/** How many numbers there are of each kind. */
export function countKinds(numbers: readonly AuditedNumber[]): Audit['counts'] {
  const counts = Object.fromEntries(Object.keys(numberKinds).map((kind) => [kind, 0])) as Record<NumberKind, number>;
  for (const { kind, count } of numbers) counts[kind] += count;
  return counts;
}

/** The cells of one table of the appendix as one. */
function grouped(numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const tables = new Map<string, number>();
  for (const { piece, of = '', count } of numbers) {
    if (piece.origin.kind === 'appendix') tables.set(of, (tables.get(of) ?? 0) + count);
  }
  return numbers.flatMap((number): readonly FoundNumber[] => {
    const { piece, of = '' } = number;
    if (piece.origin.kind !== 'appendix') return [number];
    const count = tables.get(of);
    tables.delete(of);
    return count === undefined ? [] : [{ ...number, count }];
  });
}

/** The words before and after a stretch of a piece, within its block. */
function contextsIn(pieces: readonly PrintedPiece[]) {
  const places = new Map(pieces.map((piece, index) => [piece, index]));
  const gather = (from: number, step: 1 | -1): string => {
    const { block, text } = pieces[from] ?? {};
    if (text === undefined || (pieces[from]?.origin.kind === 'drawn' && step)) return '';
    let words = '';
    for (let index = from + step; pieces[index]?.block === block && words.length < around; index += step) {
      const next = pieces[index]?.origin.kind === 'counted' ? '' : (pieces[index]?.text ?? '');
      words = step === 1 ? words + next : next + words;
    }
    return words;
  };
  return (piece: PrintedPiece, start: number, end: number) => {
    const index = places.get(piece) ?? -1;
    const before = `${gather(index, -1)}${piece.text.slice(0, start)}`.trimStart();
    const after = `${piece.text.slice(end)}${gather(index, 1)}`.trimEnd();
    return {
      before: before.length > around ? `…${before.slice(-around).replace(/^\S*/, '')}` : before,
      after: after.length > around ? `${after.slice(0, around).replace(/\S*$/, '')}…` : after,
    };
  };
}
