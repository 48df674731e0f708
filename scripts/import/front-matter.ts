import type { List, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ManuscriptSection } from './manuscript.ts';
import { type Contributor, contributorsIn, isWritersRole, readByLine } from './people.ts';
import type { CoverLine } from './structure.ts';

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

/** A title for the running head, from one in the form of the series: "The Case of Fictonia and the …" gives what stands before "and". */
export function shortTitle(title: string): string {
  return title.replace(/\s+and\s+the\s.*$/u, '');
}

/**
 * The day, month or year that a line gives and nothing else: “June 15, 2031”, “15 June 2031”, “2031-06-15”.
 *
 * @param language whose names of months are read, besides those of English
 * @returns the date as edition.yaml has it: 2031-06-15, 2031-06
 */
export function dateOf(line: string, language: string): string | undefined {
  const words = line
    .replace(/[\s,]+/gu, ' ')
    .replace(/^ ?(?:Published|Publication date|Date|Released)(?: on)?:? /iu, '')
    .replace(/(\d)(?:st|nd|rd|th|er|\.)(?= )/u, '$1')
    .trim();
  if (/^(?:19|20)\d\d$/.test(words)) return words;
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T[\d:.]+Z?)?$/.exec(words);
  if (iso) return validDate(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const match = /^(?:(\d{1,2}) )?(?:de )?(\p{L}+)\.?(?: (?:de )?(\d{1,2}))? (?:de )?(\d{4})$/u.exec(words);
  const [, before, month = '', after, year] = match ?? [];
  if (year === undefined || (before && after)) return undefined;
  const number = monthNumber(month, language);
  const day = before ?? after;
  return number === 0 ? undefined : validDate(Number(year), number, day === undefined ? undefined : Number(day));
}

function monthNumber(month: string, language: string): number {
  const names = (of: string, form: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(of, { month: form, day: 'numeric', timeZone: 'UTC' })
        .formatToParts(Date.UTC(2000, index, 15))
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, ''),
    );
  const name = month.toLowerCase();
  const lists = [language, 'en'].flatMap((of) => [names(of, 'long'), names(of, 'short')]);
  return Math.max(0, ...lists.map((list) => list.indexOf(name) + 1));
}

function validDate(year: number, month: number, day: number | undefined): string | undefined {
  const padded = (part: number) => String(part).padStart(2, '0');
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${padded(month)}`;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? `${year}-${padded(month)}-${padded(day)}` : undefined;
}
