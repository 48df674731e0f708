import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { factMarks } from './fact-marks.ts';
import { type FactContext, factText } from './fact-text.ts';

/**
 * A plain text with its facts in words: the title of an axis, alternative text. A fact that fails is reported and its
 * mark stays.
 *
 * @param place where the text stands
 */
export function fillFacts(text: string, context: FactContext, place: Place, report: Report): string {
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
