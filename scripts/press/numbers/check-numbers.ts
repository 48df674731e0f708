import type { Report } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun } from '../edition-run.ts';
import { checkClaims, checkLabelNumbers } from './claims.ts';
import { type DeclaredName, declaredIn, reportUnusedNames } from './declared-names.ts';
import { editionTexts, type InPrint } from './edition-texts.ts';
import { checkQueryNumbers, printedQueries } from './printed-queries.ts';
import { checkPrintedTotals } from './totals.ts';
import { checkTyped, type TypedNumeral, typedNumerals } from './typed-numbers.ts';

/**
 * Checks every number that an edition prints and no fact computes: a claim must agree with its fact, a total with its parts,
 * and any other must be declared.
 *
 * @param print what it prints besides what its run knows
 * @returns what is typed, and the declared names that the edition uses
 */
export async function checkNumbers(
  run: AnsweredRun,
  print: Omit<InPrint, 'queries'>,
  report: Report,
): Promise<{ readonly typed: readonly TypedNumeral[]; readonly usedNames: ReadonlySet<DeclaredName> }> {
  const { written } = run;
  const queries = await printedQueries(run);
  const texts = editionTexts(run, { ...print, queries });
  const declared = declaredIn(written);
  const typed = typedNumerals(texts, written.language, declared);
  checkClaims(texts, run, report);
  checkLabelNumbers(written, report);
  checkPrintedTotals(run, report);
  const usedByQueries = checkQueryNumbers(queries, declared, run, report);
  await checkTyped(typed, run, report);
  const usedByTexts = typed.flatMap(({ excused }) => (excused.by === 'name' ? [excused.name] : []));
  const usedNames = new Set([...usedByQueries, ...usedByTexts]);
  reportUnusedNames(written, usedNames, report);
  return { typed, usedNames };
}
