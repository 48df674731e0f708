import { placeText } from '../diagnostics/diagnostic.ts';
import { filledIn } from '../numbers/printed-text.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import { numbersOfCell, numbersOfLabel } from './answer-numbers.ts';
import { blankParts, type Evidence, type FilledPart } from './evidence.ts';
import { type Explained, type FoundNumber, indexTypedNumbers, type TypedNumbers } from './explanation.ts';
import type { TextSpan } from './text-spans.ts';

/**
 * Finds every number that is printed, with what is behind it, in the order of reading. Citations and the tables of the
 * appendix are one entry each, with the count of their numbers.
 */
export function findNumbers(spans: readonly TextSpan[], evidence: Evidence): readonly FoundNumber[] {
  const typed = indexTypedNumbers(evidence);
  return blocksOf(spans).flatMap((block) => {
    const inText = Map.groupBy(numbersOfText(block, evidence, typed), ({ span }) => span);
    return block.flatMap((span) => inText.get(span) ?? numbersOfSpan(span, evidence, typed));
  });
}

function blocksOf(spans: readonly TextSpan[]): readonly (readonly TextSpan[])[] {
  const blocks: TextSpan[][] = [];
  for (const span of spans) {
    const last = blocks.at(-1);
    if (last?.[0]?.block === span.block) last.push(span);
    else blocks.push([span]);
  }
  return blocks;
}

function numbersOfSpan(span: TextSpan, evidence: Evidence, typed: TypedNumbers): readonly FoundNumber[] {
  const { origin, place, text } = span;
  const whole = { span, start: 0, end: text.length, count: 1, of: undefined, place };
  switch (origin.kind) {
    case 'typed':
      return [];
    case 'fact':
    case 'claim':
      return [{ ...whole, explanation: { kind: origin.kind, fact: origin.fact } }];
    case 'cell':
      return numbersOfCell(span, origin, evidence, typed);
    case 'drawn':
      return numbersOfLabel(span, origin, evidence, typed);
    case 'citation':
      return counted({ ...whole, explanation: { kind: 'citation', source: origin.source } }, evidence);
    case 'counted':
      return counted({ ...whole, explanation: { kind: 'counted' } }, evidence);
    case 'appendix':
      return counted({ ...whole, of: origin.of, explanation: { kind: 'data', cell: undefined } }, evidence);
  }
}

/** From its first number to its last, with their count; nothing where it has none. */
function counted(found: FoundNumber, { language }: Evidence): readonly FoundNumber[] {
  const numerals = findNumerals(found.span.text, language);
  const [first, last] = [numerals.at(0), numerals.at(-1)];
  if (!first || !last) return [];
  const range = found.explanation.kind === 'counted' ? { start: first.start, end: last.end } : {};
  return [{ ...found, ...range, count: numerals.length }];
}

/** The numbers that are typed into a block of text. What stands between them is not read into them. */
function numbersOfText(
  block: readonly TextSpan[],
  { language, filled, stated }: Evidence,
  typed: TypedNumbers,
): readonly FoundNumber[] {
  const whole = block.map(({ text }) => text).join('');
  const parts = block.some(({ place }) => place) ? [] : partsIn(whole, filled);
  const blanked = blankParts(block.map(typedWords).join(''), parts);
  const spanAt = spanFinder(block);
  const facts = parts.flatMap(({ kind, fact, start, end }): readonly FoundNumber[] => {
    const at = spanAt(start, end);
    return at ? [{ ...at, count: 1, of: undefined, place: at.span.place, explanation: { kind, fact } }] : [];
  });
  const times = new Map<string, number>();
  const numbers = findNumerals(blanked, language).flatMap((numeral): readonly FoundNumber[] => {
    const at = spanAt(numeral.start, numeral.end);
    if (!at) return [];
    const words = blanked.slice(numeral.start, numeral.end);
    const from = at.span.place;
    const key = `${words} ${from ? placeText(from) : ''}`;
    const nth = times.get(key) ?? 0;
    times.set(key, nth + 1);
    const explained = typed.byWords({ words, from, nth }) ??
      statedAt(numeral, blanked, from, stated) ?? { explanation: { kind: 'unexplained' }, place: from };
    return [{ ...at, count: 1, of: undefined, ...explained }];
  });
  return [...facts, ...numbers];
}

/** The words of a span where somebody typed them; as many blanks where the press filled them in. */
function typedWords({ origin, text }: TextSpan): string {
  return origin.kind === 'typed' ? text : filledIn.repeat(text.length);
}

/** Finds the span in which a stretch of a block begins, and where in the span the stretch is. */
function spanFinder(block: readonly TextSpan[]) {
  let next = 0;
  const starts = block.map((span) => {
    const from = next;
    next += span.text.length;
    return { span, from };
  });
  return (start: number, end: number) => {
    const at = starts.findLast(({ from }) => from <= start);
    return at && { span: at.span, start: start - at.from, end: end - at.from };
  };
}

/** The facts of texts that are printed as plain words, where one of those texts stands in the block. */
function partsIn(whole: string, filled: Evidence['filled']): readonly FilledPart[] {
  return filled.flatMap(({ text, parts }) => {
    const at = whole.indexOf(text);
    return at === -1 ? [] : parts.map((part) => ({ ...part, start: part.start + at, end: part.end + at }));
  });
}

/** The property that a numeral belongs to, where the block prints it. */
function statedAt(
  { start, end }: { readonly start: number; readonly end: number },
  block: string,
  from: TextSpan['place'],
  stated: Evidence['stated'],
): Explained | undefined {
  const around = stated
    .filter((value) => (value.block ? placeText(value.block) : '') === (from ? placeText(from) : ''))
    .find(({ text }) => occurrences(text, block).some((at) => at < end && start < at + text.length));
  return (
    around && {
      explanation: { kind: 'declared', name: around.name, declaredAt: around.place },
      place: around.place,
    }
  );
}

/** Where a text stands in another, but not within a longer word or number. */
function occurrences(text: string, whole: string): readonly number[] {
  if (text === '') return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}(?![\\p{L}\\p{N}])`, 'gu');
  return [...whole.matchAll(pattern)].map(({ index }) => index);
}
