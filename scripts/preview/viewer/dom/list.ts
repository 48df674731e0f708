/** An element of a list that can be made to show another item. */
export interface ListEntry<T> {
  readonly element: HTMLElement;
  readonly show: (item: T, index: number) => void;
}

/**
 * Shows items as the children of an element. An entry stays the same element as long as its key is there, so that focus
 * and scrolling stay, too.
 */
export function list<T>(
  parent: HTMLElement,
  keyOf: (item: T, index: number) => string,
  make: () => ListEntry<T>,
): (items: readonly T[]) => void {
  let entries = new Map<string, ListEntry<T>>();
  return (items) => {
    const next = new Map<string, ListEntry<T>>();
    items.forEach((item, index) => {
      const key = uniqueKey(next, keyOf(item, index));
      const entry = entries.get(key) ?? make();
      entry.show(item, index);
      next.set(key, entry);
    });
    for (const [key, { element }] of entries) if (!next.has(key)) element.remove();
    // Moving an element takes its focus: only what stands elsewhere is moved.
    [...next.values()].forEach(({ element }, index) => {
      if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
    });
    entries = next;
  };
}

function uniqueKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  let unique = key;
  for (let count = 2; taken.has(unique); count += 1) unique = `${key} ${count}`;
  return unique;
}
