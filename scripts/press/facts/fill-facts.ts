import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import { type ClaimMark, claimMarks } from './claim-marks.ts';
import { factMarks } from './fact-marks.ts';
import { factText } from './fact-text.ts';

/** A text with its facts in words. */
export interface FilledText {
  readonly text: string;
  /** The facts that stand in it, and those that its claims are held against. */
  readonly usedFacts: readonly string[];
}

/**
 * A plain text with its facts in words and its claims as they are typed: the title of an axis, alternative text. A fact
 * that fails is reported and its mark stays; claims are checked with all numbers in print.
 *
 * @param place where the text stands
 */
export function fillFacts(
  source: string,
  run: Pick<EditionRun, 'facts' | 'written'>,
  place: Place,
  report: Report,
): FilledText {
  const claims = claimMarks(source);
  const text = withoutMarks(source, claims);
  const usedFacts = claims.flatMap(({ fact }) => fact ?? []);
  let filled = '';
  let end = 0;
  for (const mark of factMarks(text)) {
    const written = text.slice(mark.start, mark.end);
    filled += text.slice(end, mark.start);
    end = mark.end;
    if (mark.form === 'odd-braces') {
      report({
        rule: 'directive-shape',
        place,
        message: `the braces of ${written} cannot be read`,
        cure: 'write {as=…} with one format, or nothing',
      });
      filled += written;
    } else {
      usedFacts.push(mark.name);
      filled += factText(mark.name, mark.as, run, place, report) ?? written;
    }
  }
  return { text: filled + text.slice(end), usedFacts };
}

function withoutMarks(text: string, claims: readonly ClaimMark[]): string {
  return claims.reduceRight((rest, { start, end, words }) => rest.slice(0, start) + words + rest.slice(end), text);
}
