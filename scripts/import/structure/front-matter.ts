import type { List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ManuscriptSection, Remark } from '../manuscript.ts';
import {
  type Contributor,
  contributorsIn,
  dateOf,
  isWritersRole,
  type KnownPartner,
  peopleIn,
  readByLine,
} from './by-line.ts';
import { sameTitle } from './headings.ts';
import { lineOf, partPhrasing, wordsOfLine } from './phrasing.ts';

/** What the head of a manuscript and its lists say of the edition: it belongs into edition.yaml. */
export interface FrontMatter {
  /** A year, a month or a day; none where the manuscript does not say when it came out. */
  readonly date: string | undefined;
  readonly contributors: readonly Contributor[];
  /** Organisations whom the manuscript names as those that it is by. */
  readonly partners: readonly string[];
  /** Its first sentences. */
  readonly summary: string;
}

/** A line at the head of a manuscript, with what it says. */
export type CoverLine = { readonly line: Paragraph } & (
  | { readonly kind: 'title' }
  | { readonly kind: 'series' }
  | { readonly kind: 'people'; readonly people: readonly Contributor[] }
  | { readonly kind: 'partners'; readonly partners: readonly string[] }
  | { readonly kind: 'date'; readonly date: string }
);

/** What is known of the edition and its series when a manuscript is parted. */
export interface KnownEdition {
  /** Titles of sections that the edition or its series has. */
  readonly titles: readonly string[];
  /** A heading for text that has none at all: the edition's own title, or a name for a new one. */
  readonly otherwise: string;
  /** The title of the series, and its partner organisations. */
  readonly series: string;
  readonly partners: readonly KnownPartner[];
  /** The language of the text, for the names of its months. */
  readonly language: string;
}

/**
 * Reads what a manuscript says of itself.
 *
 * @param cover the lines before the first section that belong on the cover
 * @param tree the whole text, with its lists of people
 */
export function frontMatter(
  cover: readonly CoverLine[],
  tree: Root,
  sections: readonly ManuscriptSection[],
): FrontMatter {
  const named = cover.flatMap((line) => (line.kind === 'people' ? line.people : []));
  return {
    date: cover.find((line) => line.kind === 'date')?.date,
    contributors: findContributors(named, tree),
    partners: [...new Set(cover.flatMap((line) => (line.kind === 'partners' ? line.partners : [])))],
    summary: firstSentences(sections),
  };
}

const aboutAuthors =
  /\b(authors?|contributors?|contributed|contributions|research team|written by|prepared by|developed (?:by|this)|about us|the team)\b/i;
const aboutThanks = /acknowledg|\bthank|grateful/i;

/**
 * The people whom a manuscript names as its authors: in its by-line, and in lists of “Name, role, organisation” that a
 * heading or the sentence before the list calls authors, or where every entry has a role. Those who are thanked are not
 * among them.
 */
function findContributors(named: readonly Contributor[], tree: Root): readonly Contributor[] {
  const found = new Map<string, Contributor>();
  const add = (people: readonly Contributor[]): void => {
    for (const one of people)
      if (!found.has(one.name) || one.role !== undefined || one.organisation !== undefined) found.set(one.name, one);
  };
  add(named);
  let heading = '';
  const look = (blocks: readonly RootContent[]): void => {
    let before = '';
    for (const node of blocks) {
      if (node.type === 'heading') heading = textOf(node);
      const lead = lastSentence(before);
      before = node.type === 'heading' ? '' : textOf(node).trim();
      // “Contributors and Acknowledgments” is a heading of both.
      const isThanks = (aboutThanks.test(heading) && !aboutAuthors.test(heading)) || aboutThanks.test(lead);
      const people =
        node.type === 'list' && !isThanks ? fromList(node, aboutAuthors.test(heading) || aboutAuthors.test(lead)) : [];
      add(people);
      const holds = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem';
      if (holds && people.length === 0) look(node.children);
    }
  };
  look(tree.children);
  return [...found.values()];
}

function fromList(list: List, isOfAuthors: boolean): readonly Contributor[] {
  const entries = list.children.map((item) => contributorsIn(textOf(item)));
  if (entries.some((people) => people.length === 0)) return [];
  const people = entries.flat();
  const all = people.every(({ role, organisation }) => isWritersRole(role) && organisation !== undefined);
  return isOfAuthors || (people.length > 1 && all) ? people : [];
}

/** The sentence that leads to a list, however long the paragraph is that it ends. */
function lastSentence(text: string): string {
  const sentence = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].at(-1)?.segment ?? '';
  return sentence.length <= 80 || /:\s*$/u.test(sentence) ? sentence : '';
}

/** The first sentences of a manuscript, up to about 320 characters: of its summary, where it has one. */
function firstSentences(sections: readonly ManuscriptSection[]): string {
  const summary = sections.find(({ heading }) => /\b(summary|abstract|overview)\b/i.test(textOf(heading)));
  const [first] = [...(summary ? [summary] : []), ...sections].flatMap(({ body }) =>
    body.flatMap((node) => {
      const text = node.type === 'paragraph' ? textOf(node).replace(/\s+/gu, ' ').trim() : '';
      return text.length >= 60 && readByLine(text, []).kind === 'none' ? [text] : [];
    }),
  );
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(first ?? '');
  let taken = '';
  for (const { segment } of sentences) {
    if (taken !== '' && (taken.length + segment.length > 320 || !/[.!?][”’)\s]*$/u.test(segment))) break;
    taken += segment;
  }
  return taken.trim();
}

export interface Head {
  readonly cover: readonly CoverLine[];
  readonly text: readonly RootContent[];
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Parts what stands before the first section into lines of the cover and text. After the first sentence all is text. */
export function readHead(opening: readonly RootContent[], title: Paragraph['children'], known: KnownEdition): Head {
  const cover: CoverLine[] = [];
  const text: RootContent[] = [];
  const notices: string[] = [];
  const remarks: Remark[] = [];
  let isOver = false;
  for (const [index, node] of opening.entries()) {
    const repeatsTitle = node.type === 'heading' && isTitle(title, textOf(node));
    isOver ||= isProse(node);
    if (isOver || !(node.type === 'paragraph' || repeatsTitle)) {
      isOver = true;
      text.push(node);
      continue;
    }
    const lines = linesOf({ type: 'paragraph', children: node.children });
    const left = lines.filter((line, nth) => {
      const found = coverLine(line, lines[nth + 1] ?? opening[index + 1], title, known);
      if (found) cover.push(found);
      const words = textOf(line);
      if (found?.kind === 'title') remarks.push({ kind: 'repeated title', effect: 'left out', near: '', words });
      if (!found && readByLine(words, known.partners).kind === 'unsure') notices.push(unsureLine(words));
      return !found;
    });
    if (left.length === lines.length) text.push(node);
    else if (left.length > 0) text.push(joinedLines(left));
  }
  return { cover, text, notices, remarks };
}

function isProse(node: RootContent): boolean {
  const words = textOf(node).trim();
  return words.length > 80 && /[.!?]["”’)]*$/u.test(words);
}

function unsureLine(words: string): string {
  return `“${words}” names people or organisations, but not surely which: it stays in the text; what is to stand on the cover goes into edition.yaml, at contributors or partners`;
}

/** By-lines and dates that are set as headings before the first section are lines all the same. */
export function withoutCoverHeadings(blocks: readonly RootContent[], known: KnownEdition): readonly RootContent[] {
  const end = blocks.findIndex((node, index) => {
    if (node.type !== 'heading') return node.type !== 'paragraph';
    return !coverLine({ type: 'paragraph', children: node.children }, blocks[index + 1], [], known);
  });
  return blocks.map((node, index) =>
    node.type === 'heading' && index < (end < 0 ? blocks.length : end)
      ? { type: 'paragraph', children: node.children }
      : node,
  );
}

/**
 * What a line before the first section says, if the cover prints it. A line with a note or a picture is text, since the cover
 * has no place for them.
 *
 * @param next what follows: names without “By” are a by-line where a date does
 */
export function coverLine(
  line: Paragraph,
  next: RootContent | undefined,
  title: Paragraph['children'],
  known: KnownEdition,
): CoverLine | undefined {
  const words = textOf(line).replace(/\s+/gu, ' ').trim();
  if (line.children.some(({ type }) => type === 'image' || type === 'footnoteReference')) return undefined;
  if (isTitle(title, words)) return { line, kind: 'title' };
  if (known.series !== '' && sameTitle(known.series, words)) return { line, kind: 'series' };
  const date = dateOf(words, known.language);
  if (date !== undefined) return { line, kind: 'date', date };
  const by = readByLine(words, known.partners);
  if (by.kind === 'people') return { line, kind: 'people', people: by.people };
  if (by.kind === 'partners') return { line, kind: 'partners', partners: by.partners };
  const dated = next !== undefined && 'children' in next && dateOf(textOf(next).trim(), known.language) !== undefined;
  const people = dated ? peopleIn(words, known.partners) : undefined;
  return people ? { line, kind: 'people', people } : undefined;
}

export function isTitle(title: Paragraph['children'], words: string): boolean {
  return title.length > 0 && sameTitle(textOf({ type: 'paragraph', children: [...title] }), words);
}

/** The lines of a paragraph, each as a paragraph of its own. */
export function linesOf(paragraph: Paragraph): readonly Paragraph[] {
  const words = wordsOfLine(paragraph.children);
  const places = [...words.matchAll(/\n/g)].map(({ index }) => index);
  return partPhrasing(paragraph.children, places)
    .map((line): Paragraph => ({ type: 'paragraph', children: lineOf(line) }))
    .filter(({ children }) => children.length > 0);
}

function joinedLines(lines: readonly Paragraph[]): Paragraph {
  const children = lines.flatMap((line, nth): PhrasingContent[] =>
    nth === 0 ? line.children : [{ type: 'break' }, ...line.children],
  );
  return { type: 'paragraph', children };
}
