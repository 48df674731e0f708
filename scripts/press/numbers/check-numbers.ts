import type { Datasets } from '../data/open-datasets.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../facts/fact.ts';
import type { DataPackage } from '../read/schemas/data-package.ts';
import { checkClaims, checkLabelNumbers } from './claims.ts';
import { type DeclaredName, declaredIn, reportUnusedNames } from './declared-names.ts';
import { editionTexts, type InPrint } from './edition-texts.ts';
import { checkQueryNumbers, printedQueries } from './printed-queries.ts';
import { findTextInCells, type SourceOf } from './source-places.ts';
import { checkPrintedTotals } from './totals.ts';
import { checkTyped, type TypedNumeral, typedNumerals } from './typed-numbers.ts';

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
  { facts, datasets, dataPackage, sourceOf }: Grounds,
  report: Report,
): Promise<{ readonly typed: readonly TypedNumeral[]; readonly usedNames: ReadonlySet<DeclaredName> }> {
  const { edition } = print;
  const queries = await printedQueries(edition, facts, print.drawings, datasets);
  const texts = editionTexts({ ...print, queries }, sourceOf, findTextInCells(dataPackage, sourceOf));
  const declared = declaredIn(edition);
  const typed = typedNumerals(texts, edition.language, declared);
  checkClaims(texts, facts, edition, report);
  checkLabelNumbers(edition, report);
  checkPrintedTotals(edition, print.tables, report);
  const usedByQueries = checkQueryNumbers(queries, edition, declared, sourceOf, report);
  await checkTyped(typed, facts, edition, datasets, report);
  const usedByTexts = typed.flatMap(({ excused }) => (excused.by === 'name' ? [excused.name] : []));
  const usedNames = new Set([...usedByQueries, ...usedByTexts]);
  reportUnusedNames(edition, usedNames, report);
  return { typed, usedNames };
}
