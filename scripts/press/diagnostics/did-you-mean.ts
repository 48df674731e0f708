import { closest, distance } from 'fastest-levenshtein';

/**
 * The cure for a name that is not there: the nearest that is, or the list of what there is.
 *
 * @param wrong the name as the author wrote it
 * @param known all names that would have been right
 * @param kind what they are, as a plural: "facts", "charts"
 */
export function didYouMean(wrong: string, known: Iterable<string>, kind: string): string {
  const names = [...known].sort();
  if (names.length === 0) return `there are no ${kind} yet; add "${wrong}" or take the name out`;
  const nearest = closest(wrong, names);
  if (distance(wrong, nearest) <= Math.max(2, Math.floor(wrong.length / 3))) return `did you mean "${nearest}"?`;
  const shown = names.slice(0, 12).map((name) => `"${name}"`);
  return `the ${kind} are ${shown.join(', ')}${names.length > shown.length ? ' and more' : ''}`;
}
