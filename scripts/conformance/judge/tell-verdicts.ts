import type { JudgedPdf } from '../structure/judged-pdf.ts';
import { findPlace } from './find-place.ts';
import { meaningOf } from './meanings.ts';
import { type Failure, type Standard, standardNames, type Verdict } from './verdict.ts';

/** The most places that are shown for a rule. */
const mostShown = 3;

/**
 * A verdict in words: nothing for a pass; for a failure each rule with what it means, where, and who can mend it.
 *
 * @param pdf the file that was judged; undefined where it cannot be read
 */
export function tellVerdict(verdict: Verdict, pdf: JudgedPdf | undefined): string {
  const { file, standard } = verdict;
  const name = standardNames[standard];
  switch (verdict.kind) {
    case 'passed':
      return '';
    case 'unreadable':
      return `${file}  ${name}  cannot be judged: ${verdict.reason}\n`;
    case 'failed':
      return `${file}  ${name}  fails\n${verdict.failures.map((failure) => tellFailure(failure, standard, pdf)).join('')}`;
  }
}

function tellFailure({ rule, description, count, contexts }: Failure, standard: Standard, pdf: JudgedPdf | undefined) {
  const { meaning, tell } = meaningOf(standard, rule, description);
  const places = pdf ? [...new Set(contexts.map((context) => findPlace(context, pdf)))] : [];
  const shown = places.slice(0, mostShown).map((place) => `      ${place}\n`);
  const more = places.length > mostShown || count > contexts.length ? '      and more\n' : '';
  const times = count === 1 ? 'once' : `${count} times`;
  return `    ${meaning} (${times})\n${shown.join('')}${more}      tell ${tell}: ${standardNames[standard]} ${rule}\n`;
}

/** How many PDFs pass each standard: "PDF/UA-1: 3 of 3 pass". */
export function countVerdicts(verdicts: readonly Verdict[]): readonly string[] {
  return [...Map.groupBy(verdicts, ({ standard }) => standard)].map(([standard, of]) => {
    const passed = of.filter(({ kind }) => kind === 'passed').length;
    return `${standardNames[standard]}: ${passed} of ${of.length} pass`;
  });
}
