import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { claimMarks } from './claim-marks.ts';
import { factMarks } from './fact-marks.ts';
import { type FactContext, factText } from './fact-text.ts';

/**
 * A plain text with its facts in words and its claims as they are typed: the title of an axis, alternative text. A fact
 * that fails is reported and its mark stays; claims are checked with all numbers in print.
 *
 * @param place where the text stands
 */
export function fillFacts(source: string, context: FactContext, place: Place, report: Report): string {
  const text = withoutClaimMarks(source, context.printed);
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
    } else filled += factText(mark.name, mark.as, context, place, report) ?? written;
  }
  return filled + text.slice(end);
}

function withoutClaimMarks(text: string, printed: Set<string>): string {
  return claimMarks(text).reduceRight((rest, { start, end, words, fact }) => {
    if (fact !== undefined) printed.add(fact);
    return rest.slice(0, start) + words + rest.slice(end);
  }, text);
}
