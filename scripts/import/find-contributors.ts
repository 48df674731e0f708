import type { List, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A person whom a manuscript names as one of its authors. */
export interface Contributor {
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
}

const person =
  /^(?:(?:Dr|Prof|Mr|Ms|Mrs|Amb)\.? )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|al|ag|bin|da|de|den|der|di|dos|du|el|la|le|ould|ten|van|von)){1,5}$/u;
const roles =
  /\b(adviser|advisor|analyst|assistant|associate|author|co-?author|consultant|coordinator|director|editor|fellow|head|intern|lead|manager|officer|president|professor|research(er)?|scholar|specialist|writer)\b/i;
const aboutAuthors = /\b(authors?|contributors?|research team|written by|prepared by|about us|the team)\b/i;

/**
 * The people whom a manuscript names as its authors: in a line "By …" before its first section, and in lists of "Name,
 * role, organisation" under a heading or a line that speaks of authors, or where every entry has a role. Those who are
 * thanked are not among them.
 *
 * @param opening what stands before the first section
 */
export function findContributors(opening: readonly RootContent[], tree: Root): readonly Contributor[] {
  const found = new Map<string, Contributor>();
  const add = (people: readonly Contributor[]): void => {
    for (const one of people)
      if (!found.has(one.name) || one.role !== undefined || one.organisation !== undefined) found.set(one.name, one);
  };
  for (const node of opening) if (node.type === 'paragraph') add(byLine(textOf(node)));
  let heading = '';
  let before = '';
  tree.children.forEach((node) => {
    if (node.type === 'heading') {
      heading = textOf(node);
      before = '';
      return;
    }
    if (node.type === 'list' && !/acknowledg|thank/i.test(heading))
      add(fromList(node, aboutAuthors.test(heading) || aboutAuthors.test(lineAbove(before))));
    before = textWithin(node);
  });
  return [...found.values()];
}

/** The people of a line "By Ada Notareal and Ben Madeup", and nobody where it says anything else. */
export function byLine(line: string): readonly Contributor[] {
  const names = /^\s*By:?\s+(.+?)\.?\s*$/su.exec(line)?.[1];
  if (names === undefined) return [];
  const people = names.replaceAll('\u00A0', ' ').split(/\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s*&\s*)/u);
  return people.every((name) => person.test(name)) ? people.map((name) => ({ name })) : [];
}

function fromList(list: List, told: boolean): readonly Contributor[] {
  const people = list.children.map((item) => entry(textOf(item)));
  const all = people.filter((one) => one !== undefined);
  if (all.length < people.length) return [];
  return told ||
    (all.length > 1 &&
      all.every(({ role, organisation }) => role !== undefined && roles.test(role) && organisation !== undefined))
    ? all
    : [];
}

function entry(text: string): Contributor | undefined {
  const [name = '', ...rest] = text.replaceAll('\u00A0', ' ').trim().replace(/\.$/, '').split(/,\s+/);
  if (!person.test(name) || rest.length === 0) return undefined;
  const [one = '', ...more] = rest;
  if (more.length > 0) return { name, role: one, organisation: more.join(', ') };
  return roles.test(one) ? { name, role: one } : { name, organisation: one };
}

/** A line that leads to a list: the last sentence, if it is short. */
function lineAbove(text: string): string {
  return text.length <= 80 ? text : '';
}

function textWithin(node: RootContent): string {
  return textOf(node).trim();
}
