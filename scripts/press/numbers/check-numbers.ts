import type { Datasets } from '../data/open-datasets.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../facts/fact.ts';
import type { DataPackage } from '../read/schemas/data-package.ts';
import { checkClaims } from './check-claims.ts';
import { checkLabelNumbers } from './check-label-numbers.ts';
import { checkPrintedTotals } from './check-printed-totals.ts';
import { checkTyped } from './check-typed.ts';
import { declaredIn } from './declared-in.ts';
import type { DeclaredName } from './declared-names.ts';
import { editionTexts, type InPrint } from './edition-texts.ts';
import { findCellIn } from './find-cell.ts';
import type { SourceOf } from './printed-text.ts';
import { printedQueries } from './queries-in-print.ts';
import { checkQueryNumbers } from './query-literals.ts';
import { reportUnusedNames } from './report-unused-names.ts';
import { type TypedNumeral, typedNumerals } from './typed-numerals.ts';

/** What numbers in print are held against. */
export interface Grounds {
  readonly facts: Facts;
  readonly datasets: Datasets;
  readonly dataPackage: DataPackage;
  /** The files of the project, which are read again only to tell the place of a number. */
  readonly sourceOf: SourceOf;
}

/**
 * Checks every number that an edition prints and no fact computes: a claim must agree with its fact, a total with its parts,
 * and any other must be declared.
 *
 * @returns what is typed, and the declared names that the edition uses
 */
export async function checkNumbers(
  print: Omit<InPrint, 'queries'>,
  grounds: Grounds,
  report: Report,
): Promise<{ readonly typed: readonly TypedNumeral[]; readonly usedNames: ReadonlySet<DeclaredName> }> {
  const { edition } = print;
  const { facts, datasets, sourceOf } = grounds;
  const queries = await printedQueries(edition, { facts, drawings: print.drawings }, datasets);
  const texts = editionTexts({ ...print, queries }, sourceOf, findCellIn(grounds.dataPackage, sourceOf));
  const declared = declaredIn(edition);
  const numerals = typedNumerals(texts, edition.language, declared);
  checkClaims(texts, facts, edition, report);
  checkLabelNumbers(edition, report);
  checkPrintedTotals(edition, print.tables, report);
  const usedByQueries = checkQueryNumbers(queries, edition, declared, sourceOf, report);
  await checkTyped(numerals, facts, edition, datasets, report);
  const used = usedByQueries.union(
    new Set(numerals.flatMap(({ excused }) => (excused.by === 'name' ? [excused.name] : []))),
  );
  reportUnusedNames(
    declared.names.filter(({ place }) => place.file === edition.meta.at().file),
    new Set([...used].map(({ text }) => text)),
    report,
  );
  return { typed: numerals, usedNames: used };
}
