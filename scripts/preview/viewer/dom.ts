/** An element of the page, with what makes it show something. */
export interface View<Shown> {
  readonly element: HTMLElement;
  readonly show: (shown: Shown) => void;
}

/** Attributes of an element: true stands for an empty one, false and undefined for none. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined;

/** An HTML element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** An SVG element with attributes and children. */
export function drawing<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** Sets attributes of an element, and takes away those that are false or undefined. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * The element of the page that a selector names.
 *
 * @throws Error when index.html has none
 */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Starting the page: index.html has no ${selector}`);
  return found;
}

/** An element of a list that can be made to show another item. */
interface ListEntry<T> {
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

/** Calls only when one of the values differs from those of the call before. */
export function watched<T extends readonly unknown[]>(run: (...values: T) => void): (...values: T) => void {
  let before: T | undefined;
  return (...values) => {
    if (before && values.every((value, index) => Object.is(value, before?.[index]))) return;
    before = values;
    run(...values);
  };
}
