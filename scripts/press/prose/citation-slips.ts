import type { Edition } from '../read/edition.ts';
import type { Slip } from './slip.ts';
import { strayCitations } from './stray-citations.ts';
import type { TypedText } from './typed-texts.ts';

/** What was meant as a citation and would be printed as it is typed, and sources that run into each other. */
export function citationSlips(texts: readonly TypedText[], sources: Edition['sources']): readonly Slip[] {
  return texts.flatMap(({ source, offset }) =>
    strayCitations(source, sources).map(({ written, start, right, isJoined }): Slip => {
      const sign = written.includes('@') ? '\\@' : '\\[';
      return {
        rule: 'citation-shape',
        start: offset + start,
        end: offset + start + written.length,
        message: isJoined
          ? `"${written}" names more sources than its semicolons part`
          : `"${written}" is no citation, so it is printed as it is typed`,
        cure: isJoined ? `write ${right}` : `write ${right}, or ${sign} to print the sign itself`,
      };
    }),
  );
}
