import { distance } from 'fastest-levenshtein';

/** Names that a cure lists where none is near. */
const mostListed = 12;

/**
 * The cure for a name that is not there: the nearest that is, or the list of what there is: of many names, those that share a word with it first.
 *
 * @param wrong the name as the author wrote it
 * @param known all names that would have been right
 * @param kind what they are, as a plural: "facts", "charts"
 */
export function didYouMean(wrong: string, known: Iterable<string>, kind: string): string {
  const names = [...known].sort();
  if (names.length === 0) return `there are no ${kind} yet; add "${wrong}" or take the name out`;
  const other = otherWords.get(wrong.toLowerCase());
  if (other !== undefined && names.includes(other)) return `did you mean "${other}"?`;
  const ranked = names
    .map((name) => ({ name, slips: slipsBetween(wrong, name) }))
    .toSorted((one, two) => one.slips - two.slips || distance(wrong, one.name) - distance(wrong, two.name));
  const [nearest] = ranked;
  if (nearest && nearest.slips <= allowedSlips(wrong, nearest.name)) return `did you mean "${nearest.name}"?`;
  const begun = shortest(names.filter((name) => isBeginning(wrong, name)));
  if (begun !== undefined) return `did you mean "${begun}"?`;
  // Beyond these nothing tells which are more like it, and the order of the alphabet is found again.
  const shown = names
    .toSorted((one, two) => sharedWords(wrong, two) - sharedWords(wrong, one))
    .slice(0, mostListed)
    .sort();
  return `the ${kind} are ${shown.map((name) => `"${name}"`).join(', ')}${names.length > shown.length ? ' and more' : ''}`;
}

/** Letters to add, take out, put in another's place or swap with the next. */
function slipsBetween(wrong: string, name: string): number {
  const swapped = [...wrong].slice(1).map((_, index) => {
    const [first = '', second = ''] = wrong.slice(index, index + 2);
    return 1 + distance(`${wrong.slice(0, index)}${second}${first}${wrong.slice(index + 2)}`, name);
  });
  return Math.min(distance(wrong, name), ...swapped);
}

/** A third of a name can be wrong, of a short one less: "pie" is not "line", nor "rise" "size". */
function allowedSlips(wrong: string, name: string): number {
  if (wrong.length >= 6) return Math.floor(wrong.length / 3);
  return wrong.length >= 4 && wrong[0] === name[0] ? 2 : 1;
}

/** Whether a name begins with the words that were written, give or take a slip: "feild-notes" of "field-notes-2024". */
function isBeginning(wrong: string, name: string): boolean {
  const words = name.split(/[-_]/);
  return words.slice(1).some((_, index) => {
    const beginning = name.slice(0, words.slice(0, index + 1).join('-').length);
    return beginning.length >= 4 && slipsBetween(wrong, beginning) <= Math.min(2, allowedSlips(wrong, beginning));
  });
}

function sharedWords(wrong: string, name: string): number {
  return new Set(wrong.split(/[-_]/)).intersection(new Set(name.split(/[-_]/))).size;
}

function shortest(names: readonly string[]): string | undefined {
  return names.toSorted((one, two) => one.length - two.length)[0];
}

/** What other programs call something, and its name here. It is offered only where that name would have been right. */
const otherWords: ReadonlyMap<string, string> = new Map([
  // Marks of Vega-Lite.
  ['pie', 'arc'],
  ['donut', 'arc'],
  ['doughnut', 'arc'],
  ['column', 'bar'],
  ['columns', 'bar'],
  ['histogram', 'bar'],
  ['scatter', 'point'],
  ['scatterplot', 'point'],
  ['dot', 'point'],
  ['bubble', 'circle'],
  ['heatmap', 'rect'],
  ['label', 'text'],
  // Its types.
  ['number', 'quantitative'],
  ['category', 'nominal'],
  ['date', 'temporal'],
  // Formats of facts.
  ['rise', 'rise-or-fall'],
  ['rose', 'rose-or-fell'],
  ['higher', 'higher-or-lower'],
  ['percentage', 'percent'],
  ['money', 'currency'],
  ['dollars', 'currency'],
]);
