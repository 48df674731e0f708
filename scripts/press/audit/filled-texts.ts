import type { Place } from '../diagnostics/diagnostic.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import { factMarks } from '../facts/fact-marks.ts';
import { type FactContext, factText } from '../facts/fact-text.ts';
import { findTexts } from '../facts/find-texts.ts';
import type { Located } from '../read/checked-yaml.ts';

/** Words of a text that a fact gave, or that claim to be what a fact gives. */
export interface FilledPart {
  readonly kind: 'fact' | 'claim';
  readonly fact: string;
  readonly start: number;
  readonly end: number;
}

/** A text that is printed as plain words, and which of them are facts and claims. */
export interface FilledText {
  /** As it is printed. */
  readonly text: string;
  /** The key of the file that holds it: alt, spec, title. */
  readonly key: string;
  readonly place: Place;
  readonly parts: readonly FilledPart[];
}

/** The texts of a file that name facts, as they are printed: alternative text, titles of axes, labels of marks. */
export function filledTexts(file: Located<unknown>, context: Omit<FactContext, 'printed'>): readonly FilledText[] {
  return findTexts(file, context.edition.language).flatMap(({ text, path, place }) =>
    /:(?:fact|claim)\[/.test(text) ? [{ ...filledText(text, place, context), key: String(path[0]) }] : [],
  );
}

/** A text with its facts in words and its claims as they are typed. */
export function filledText(
  written: string,
  place: Place,
  context: Omit<FactContext, 'printed'>,
): Omit<FilledText, 'key'> {
  const marks = [
    ...factMarks(written).map(({ name, as, start, end }) => {
      const words = factText(name, as, { ...context, printed: new Set() }, place, () => {});
      return { kind: 'fact' as const, fact: name, words: words ?? '', start, end };
    }),
    ...claimMarks(written).map(({ words, fact = '', start, end }) => ({
      ...{ kind: 'claim' as const, fact, words, start, end },
    })),
  ].toSorted((one, other) => one.start - other.start);
  let text = '';
  let end = 0;
  const parts: FilledPart[] = [];
  for (const { kind, fact, words, ...mark } of marks) {
    text += written.slice(end, mark.start);
    end = mark.end;
    parts.push({ kind, fact, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text: text + written.slice(end), place, parts };
}
