/** Some of a list, chosen by a seed: always the same ones, in the order of the list. */
export function sampleOf<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  let state = seed;
  /** A linear congruential generator (Numerical Recipes, 7.1). */
  const next = (): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const keyed = items.map((item, index) => ({ item, index, key: next() }));
  const chosen = keyed.toSorted((one, other) => one.key - other.key).slice(0, count);
  return chosen.toSorted((one, other) => one.index - other.index).map(({ item }) => item);
}
