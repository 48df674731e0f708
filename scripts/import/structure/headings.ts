import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ManuscriptSection } from '../manuscript.ts';
import { dateOf, readByLine } from './by-line.ts';
import { lineOf } from './phrasing.ts';

// Which lines of a manuscript are headings, which sections they mean, and at what level they stand.

/** Whether two titles say the same, but for case, punctuation and numbering. */
export function sameTitle(one: string, other: string): boolean {
  return titleKey(one) !== '' && titleKey(one) === titleKey(other);
}

/** The words of a title without case, punctuation and numbering: the same for titles that say the same. */
export function titleKey(title: string): string {
  return plain(title).join(' ');
}

/** What sections of factsheets and reports are called, whoever writes them. */
const usual =
  /^(?:(?:executive )?summary|about\b.*|introduction|overview|background|context|methodology|methods?|key (?:findings|figures|points|takeaways)|findings|conclusions?|(?:policy )?recommendations\b.*|(?:end)?notes|sources|references|contributors\b.*|authors|acknowledge?ments\b.*|appendix\b.*|annex\b.*)$/i;

/** A heading that means a section may have so many words more than the section's title. */
const moreWords = 4;

/**
 * Whether a heading is one of a section and not of a part of one: it has the title of a section, all telling words of such a
 * title with few more, or one of the usual names.
 *
 * @param titles those of sections that the edition or its series has
 */
export function meansSection(heading: string, titles: readonly string[]): boolean {
  const words = plain(heading);
  return (
    usual.test(words.join(' ')) ||
    titles.some((title) => {
      const few = words.length - plain(title).length <= moreWords;
      return sameTitle(title, heading) || (few && within(telling(title), words));
    })
  );
}

/** A section that an edition has. */
export interface NamedSection {
  readonly name: string;
  readonly title: string;
}

/**
 * The section of an edition that a heading means: the one of that title or name, or the only one that shares all its
 * telling words.
 */
export function matchSection<Section extends NamedSection>(
  heading: string,
  sections: readonly Section[],
): Section | undefined {
  const words = plain(heading);
  const same = sections.find(({ title, name }) => sameTitle(title, heading) || sameTitle(name, heading));
  if (same) return same;
  const near = sections.filter(
    (section) => within(telling(section.title), words) || within(telling(section.name), words),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Words that do not tell one section from another. */
const filler: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'executive',
  'for',
  'in',
  'of',
  'on',
  'our',
  'the',
  'this',
  'to',
]);

function within(some: readonly string[], all: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => all.includes(word));
}

function telling(title: string): readonly string[] {
  return plain(title).filter((word) => !filler.has(word));
}

function plain(title: string): readonly string[] {
  const words =
    title
      .toLowerCase()
      .replace(/[.’']/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // "1. Summary", "II Background": the number of a section is the press's.
  const numbered = words.length > 1 && /^(\d{1,2}|[ivx]{1,4})$/.test(words[0] ?? '');
  return numbered ? words.slice(1) : words;
}

/** An address that stands alone in its line. */
export const address = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/** Whether a line of a text reads like a heading: short, begun like a title, and without the stop of a sentence. */
export function isHeadingLine(line: string): boolean {
  const words = line.split(/\s+/);
  return (
    line.length <= 80 &&
    words.length <= 12 &&
    /^[\p{Lu}\p{Lt}\d“"‘']/u.test(line) &&
    /[\p{L}\p{N}?)”"’]$/u.test(line) &&
    /\p{L}{2}/u.test(line) &&
    !address.test(line) &&
    readByLine(line, []).kind === 'none' &&
    dateOf(line, 'en') === undefined
  );
}

/**
 * Makes headings of lines that only look like them: paragraphs, or first lines of paragraphs, that name a section; and bold
 * ones that read like a heading, where the manuscript has no heading at all.
 */
export function promoteHeadings(tree: Root, known: readonly string[]): Root {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const isKnown = (text: string) => known.some((title) => sameTitle(title, text));
  const named = headings.filter((node) => isKnown(textOf(node))).map(({ depth }) => depth);
  const depth = Math.min(...named, ...(named.length > 0 || headings.length === 0 ? [] : [headings[0]?.depth ?? 1]), 6);
  const section = (headings.length === 0 ? 1 : depth) as Heading['depth'];
  const depthOf = (line: readonly PhrasingContent[]): Heading['depth'] | undefined => {
    const text = textOf({ type: 'paragraph', children: [...line] }).trim();
    if (text.length <= 150 && isKnown(text)) return section;
    // Where nobody set a heading as one, a line that reads like one and means a section is one.
    if (headings.length === 0 && isHeadingLine(text) && meansSection(text, known)) return section;
    const bold = line.length === 1 && line[0]?.type === 'strong';
    return headings.length === 0 && bold && isHeadingLine(text) ? 2 : undefined;
  };
  const contents = contentsLines(tree.children);
  const children = tree.children.flatMap((node) =>
    node.type !== 'paragraph' || contents.has(node) ? [node] : promotedParagraph(node, depthOf),
  );
  return { ...tree, children };
}

/** The lines of lists of contents that somebody typed: their words come again, and another such line is next to them. */
function contentsLines(blocks: readonly RootContent[]): ReadonlySet<RootContent> {
  const keys = blocks.map((node) => {
    const isLine = node.type === 'paragraph' || node.type === 'heading';
    const words = isLine ? textOf(node) : '';
    return words.length <= 100 ? titleKey(words) : '';
  });
  const last = new Map(keys.map((key, index) => [key, index]));
  const comesAgain = keys.map((key, index) => key !== '' && (last.get(key) ?? index) > index);
  const isContents = (index: number) =>
    comesAgain[index] === true &&
    blocks[index]?.type === 'paragraph' &&
    [index - 1, index + 1].some((at) => comesAgain[at] === true && blocks[at]?.type === 'paragraph');
  return new Set(blocks.filter((_, index) => isContents(index)));
}

function promotedParagraph(
  paragraph: Paragraph,
  depthOf: (line: readonly PhrasingContent[]) => Heading['depth'] | undefined,
): RootContent[] {
  const end = paragraph.children.findIndex(({ type }) => type === 'break');
  const line = lineOf(end < 0 ? paragraph.children : paragraph.children.slice(0, end));
  const depth = depthOf(line);
  if (depth === undefined) return [paragraph];
  const words = line.flatMap((child): PhrasingContent[] => (child.type === 'strong' ? child.children : [child]));
  const rest = end < 0 ? [] : lineOf(paragraph.children.slice(end + 1));
  const heading: Heading = { type: 'heading', depth, children: words };
  return rest.length === 0 ? [heading] : [heading, { ...paragraph, children: rest }];
}

/** The level at which most headings are known as sections; without any, the highest. */
export function sectionDepth(headings: readonly Heading[], known: readonly string[]): number {
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const count = (depth: number) =>
    headings.filter((node) => node.depth === depth && meansSection(textOf(node), known)).length;
  return depths.toSorted((a, b) => count(b) - count(a) || a - b)[0] ?? 1;
}

/** The same section with its heading on the first level, and no level below it skipped. */
export function closeLevels({ heading, body }: ManuscriptSection): ManuscriptSection {
  const open = [heading.depth as number];
  const closed = body.map((node): RootContent => {
    if (node.type !== 'heading') return node;
    while (open.length > 1 && (open.at(-1) ?? 0) >= node.depth) open.pop();
    open.push(node.depth);
    return { ...node, depth: Math.min(6, open.length) as Heading['depth'] };
  });
  return { heading: { ...heading, depth: 1 }, body: closed };
}
