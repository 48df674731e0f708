import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import { declaredIn } from './declared-in.ts';
import type { DeclaredName } from './declared-names.ts';
import { reportUnusedNames } from './report-unused-names.ts';

/** What is known of one edition of a series. */
interface OfEdition {
  readonly edition: Edition;
  readonly usedNames: ReadonlySet<DeclaredName>;
}

/** Reports the names that the series declares and none of its editions needs. */
export function reportUnusedSeriesNames(editions: readonly OfEdition[], report: Report): void {
  const [first] = editions;
  if (!first) return;
  const { edition } = first;
  const names = declaredIn(edition).names.filter(({ place }) => place.file === edition.series.at().file);
  const used = editions.flatMap(({ usedNames }) => [...usedNames].map(({ text }) => text));
  reportUnusedNames(names, new Set(used), report);
}
