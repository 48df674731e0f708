import type { Element, Kid } from './element.ts';

/** An element with these kids: itself, where they are the ones that it has, so that stages copy only what they change. */
export function withKids(element: Element, kids: readonly Kid[]): Element {
  const before = element.kids;
  if (kids.length === before.length) {
    let i = 0;
    while (i < kids.length && kids[i] === before[i]) i += 1;
    if (i === kids.length) return element;
  }
  return { ...element, kids };
}

/** An element in which others, or several, or none stand in the place of each kid; itself, where all stay. */
export function replaceKids(element: Element, replace: (kid: Kid) => Kid | readonly Kid[]): Element {
  /** Made at the first kid that does not stay. */
  let kids: Kid[] | undefined;
  let at = 0;
  for (const kid of element.kids) {
    const result = replace(kid);
    if (result !== kid) kids ??= element.kids.slice(0, at);
    if (kids && isList(result)) for (const one of result) kids.push(one);
    else if (!isList(result)) kids?.push(result);
    at += 1;
  }
  return kids ? { ...element, kids } : element;
}

/** Whether several kids, or none, stand in the place of one. */
export function isList(result: Kid | readonly Kid[]): result is readonly Kid[] {
  return Array.isArray(result);
}
