import type { Box } from '../content/geometry.ts';
import type { Mark } from '../content/pages.ts';
import type { Reference } from '../file/objects.ts';
import type { Identity } from '../identity/identities.ts';
import type { Attributes } from './attributes.ts';

/** A structure element (ISO 32000-1, 14.7.2): a tag, as a value. */
export interface Element {
  readonly kind: 'element';
  /** Its structure type: "P", "H2", "Table". */
  readonly type: string;
  readonly attributes: Attributes;
  readonly kids: readonly Kid[];
  /** What the page knows of it, where it knows more. */
  readonly identity: Identity | undefined;
  /** The object that it was read from, to which others refer (an outline does); undefined for a new one. */
  readonly origin: Reference | undefined;
}

export type Kid = Element | MarkedContent | AnnotationKid;

/** What a tag holds of a page's content. */
export interface MarkedContent {
  readonly kind: 'content';
  readonly mark: Mark;
}

/** An annotation that belongs to a tag, such as a line of a link. */
export interface AnnotationKid {
  readonly kind: 'annotation';
  readonly annotation: Reference;
  /** The page that it stands on. */
  readonly page: Reference;
  /** Where it stands on the page, in points. */
  readonly box: Box;
  /** What it is, in words. */
  readonly description: string;
}

/** A new element. */
export function element(type: string, kids: readonly Kid[], attributes: Attributes = {}): Element {
  return { kind: 'element', type, attributes, kids, identity: undefined, origin: undefined };
}

/** Visits all that an element holds, and what its kids hold, each with the element that holds it: in reading order. */
export function eachKid(element: Element, visit: (kid: Kid, holder: Element) => void): void {
  for (const kid of element.kids) {
    visit(kid, element);
    if (kid.kind === 'element') eachKid(kid, visit);
  }
}

/** All marked content of an element and of those within it, in reading order. */
export function marksUnder(element: Element): readonly Mark[] {
  const marks: Mark[] = [];
  eachKid(element, (kid) => {
    if (kid.kind === 'content') marks.push(kid.mark);
  });
  return marks;
}

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
