import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { dateOf } from './front-matter.ts';
import type { ManuscriptSection, Remark } from './manuscript.ts';
import { meansSection, sameTitle, titleKey } from './match-section.ts';
import { type Contributor, type KnownPartner, peopleIn, readByLine } from './people.ts';
import { lineOf, partPhrasing, wordsOfLine } from './phrasing.ts';
import { isHeadingLine } from './plain-text.ts';

/** A manuscript in its parts, in order. */
export interface ManuscriptParts {
  /** Empty where the manuscript has no title. */
  readonly title: Paragraph['children'];
  /** Lines before the first section that the cover prints in its own form: they are not in the sections. */
  readonly cover: readonly CoverLine[];
  readonly sections: readonly ManuscriptSection[];
  /** What its first section is headed by; text before the first heading stands under the title, or under a made one. */
  readonly opened: 'by a section' | 'by its title' | 'by a made heading';
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
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

/** Two digits number 99 files; some are for sections that an edition keeps for what they place. */
const most = 80;

/**
 * Parts a text at its headings. The title is the line that is marked as one, the one heading above all others, or the line
 * that a by-line follows. What stands before the first section is either a line of the cover, or begins the text under the
 * title. Not a word is lost, and no heading is made where the manuscript has a title.
 *
 * @param marked the title, where the manuscript's form marks it
 */
export function partManuscript(
  tree: Root,
  marked: Paragraph | undefined,
  known: KnownEdition,
): ManuscriptParts & { readonly tree: Root } {
  const promoted = promoteHeadings(tree, known.titles);
  const all = promoted.children.filter(({ type }) => type !== 'footnoteDefinition');
  const found = marked ? { title: marked.children, rest: all } : titleIn(all, known);
  const own = { ...withoutSeries(found.title, known.series), rest: found.rest };
  const blocks = withoutCoverHeadings(own.rest, known);
  const headings = blocks.filter((node) => node.type === 'heading');
  const repeats = headings.filter((node, index) => index === 0 && isTitle(own.title, textOf(node)));
  const depth = sectionDepth(
    headings.filter((node) => !repeats.includes(node)),
    known.titles,
  );
  const { opening, sections } = partsAt(blocks, depth, repeats);
  const head = readHead(opening, own.title, known);
  const cover = [...own.cover, ...head.cover];
  const parts = { title: own.title, cover, remarks: head.remarks, tree: promoted };
  // A note that the title calls is printed where the title heads the text.
  // One that is all there is heads the only section.
  const isTitleAlone = sections.length === 0 && head.text.length === 0;
  if (head.text.length === 0 && !isTitleAlone && !own.title.some(({ type }) => type === 'footnoteReference'))
    return { ...parts, sections: fewer(sections), opened: 'by a section', notices: head.notices };
  const isMade = own.title.length === 0;
  const words: Heading['children'] = isMade ? [{ type: 'text', value: known.otherwise }] : [...own.title];
  const first: ManuscriptSection = { heading: { type: 'heading', depth: 1, children: words }, body: head.text };
  const made = `the text before the first heading stands under “${known.otherwise}”: give it the heading that it should have`;
  const short = head.text.every((node) => node.type === 'paragraph' && isHeadingLine(textOf(node)));
  const said = short && !isMade && sections.length > 0 ? [shortOpening(head.text)] : [];
  return {
    ...parts,
    sections: fewer([first, ...sections]),
    opened: isMade ? 'by a made heading' : 'by its title',
    notices: [...head.notices, ...(isMade ? [made] : said)],
  };
}

/** A title without the series' own before it, “Paper Boats: The Case of …”: the cover prints that in its place. */
function withoutSeries(
  title: Paragraph['children'],
  series: string,
): { readonly title: Paragraph['children']; readonly cover: readonly CoverLine[] } {
  const [first, ...rest] = title;
  const [, before = '', after = ''] =
    (first?.type === 'text' && /^(.+?)\s*(?:[:–—]|\s-\s)\s*(\S.*)$/su.exec(first.value)) || [];
  if (series === '' || !sameTitle(before, series)) return { title, cover: [] };
  const line: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: before }] };
  return { title: [{ type: 'text', value: after }, ...rest], cover: [{ line, kind: 'series' }] };
}

function shortOpening(lines: readonly RootContent[]): string {
  const words = lines.map((line) => `“${textOf(line)}”`).join(', ');
  return `${words} ${lines.length === 1 ? 'stands' : 'stand'} between the title and the first heading, so the text begins with ${lines.length === 1 ? 'it' : 'them'}, under the title`;
}

/**
 * Makes headings of lines that only look like them: paragraphs, or first lines of paragraphs, that name a section; and bold
 * ones that read like a heading, where the manuscript has no heading at all.
 */
function promoteHeadings(tree: Root, known: readonly string[]): Root {
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

interface Titled {
  readonly title: Paragraph['children'];
  readonly rest: readonly RootContent[];
}

/** The title of a text whose form marks none, and the blocks without it. */
function titleIn(blocks: readonly RootContent[], known: KnownEdition): Titled {
  const [first] = blocks;
  const isFirst = first?.type === 'heading' ? isTitleHeading(blocks, first, known) : isTitleLine(blocks, known);
  if (!isFirst || !(first?.type === 'heading' || first?.type === 'paragraph')) return { title: [], rest: blocks };
  // A title over two lines: the second goes on where the first ended.
  const next = blocks[1];
  const goesOn =
    (next?.type === 'paragraph' ||
      (next?.type === 'heading' && first.type === 'heading' && next.depth === first.depth)) &&
    isRestOfTitle(textOf(first), textOf(next)) &&
    !known.titles.some((title) => sameTitle(title, textOf(next)));
  if (!goesOn) return { title: first.children, rest: blocks.slice(1) };
  return { title: [...first.children, { type: 'text', value: ' ' }, ...next.children], rest: blocks.slice(2) };
}

function isRestOfTitle(line: string, next: string): boolean {
  const isShort = next.length <= 120 && !/[.!?]\s*$/u.test(next);
  const isOpen = /[:–—,]\s*$/u.test(line) || /\s(?:and|or|of|the|a|an|in|on|for|to|with|from)\s*$/iu.test(line);
  return isShort && (isOpen || /^\s*\p{Ll}/u.test(next));
}

/** Whether the first heading is above all others and comes before them; a section of a known name is none. */
function isTitleHeading(blocks: readonly RootContent[], first: Heading, { titles }: KnownEdition): boolean {
  const isKnown = (heading: Heading) => titles.some((title) => sameTitle(title, textOf(heading)));
  const others = blocks.filter((node) => node.type === 'heading').slice(1);
  if (others.length === 0 || isKnown(first)) return false;
  const above = others.every(({ depth }) => depth > first.depth);
  const top = others.every(({ depth }) => depth >= first.depth);
  return above || ((others.some(isKnown) || top) && isNext(blocks, first));
}

/** Whether another heading or a line of the cover follows at once: nothing is told under this one. */
function isNext(blocks: readonly RootContent[], heading: Heading): boolean {
  const next = blocks[blocks.indexOf(heading) + 1];
  if (next?.type === 'heading') return true;
  const line = next?.type === 'paragraph' ? (wordsOfLine(next.children).split('\n')[0] ?? '') : '';
  return /^By\s/u.test(line) || isRestOfTitle(textOf(heading), line) || dateOf(line, 'en') !== undefined;
}

/** Whether the first paragraph is the title: a line that is no sentence, and a line of the cover or the first heading follows. */
function isTitleLine(blocks: readonly RootContent[], known: KnownEdition): boolean {
  const [first, second, third] = blocks;
  if (first?.type !== 'paragraph' || !blocks.some(({ type }) => type === 'heading')) return false;
  const line = textOf(first).trim();
  if (coverLine(first, undefined, [], known)) return false;
  if (sameTitle(line, known.otherwise)) return true;
  if (line.length > 150 || /[.!;:]$/u.test(line) || line.split(/\s+/u).length < 3 || holdsMore(first)) return false;
  const after = second?.type === 'paragraph' && isRestOfTitle(line, textOf(second)) ? third : second;
  const isCover =
    after?.type === 'paragraph' && coverLine(linesOf(after)[0] ?? after, undefined, [], known) !== undefined;
  return isCover || (after?.type === 'heading' && isHeadingLine(line));
}

function holdsMore({ children }: { readonly children: readonly PhrasingContent[] }): boolean {
  return children.some(
    (child) =>
      child.type === 'image' ||
      child.type === 'footnoteReference' ||
      child.type === 'break' ||
      ('children' in child && holdsMore(child)),
  );
}

function isTitle(title: Paragraph['children'], words: string): boolean {
  return title.length > 0 && sameTitle(textOf({ type: 'paragraph', children: [...title] }), words);
}

/** By-lines and dates that are set as headings before the first section are lines all the same. */
function withoutCoverHeadings(blocks: readonly RootContent[], known: KnownEdition): readonly RootContent[] {
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

interface Head {
  readonly cover: readonly CoverLine[];
  readonly text: readonly RootContent[];
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Parts what stands before the first section into lines of the cover and text. After the first sentence all is text. */
function readHead(opening: readonly RootContent[], title: Paragraph['children'], known: KnownEdition): Head {
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

/** The lines of a paragraph, each as a paragraph of its own. */
function linesOf(paragraph: Paragraph): readonly Paragraph[] {
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

/**
 * What a line before the first section says, if the cover prints it. A line with a note or a picture is text, since the cover
 * has no place for them.
 *
 * @param next what follows: names without “By” are a by-line where a date does
 */
function coverLine(
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

function partsAt(
  blocks: readonly RootContent[],
  depth: number,
  repeats: readonly RootContent[],
): { readonly opening: readonly RootContent[]; readonly sections: readonly ManuscriptSection[] } {
  const heads = blocks.flatMap((node, index) =>
    node.type === 'heading' && node.depth <= depth && !repeats.includes(node) ? [{ heading: node, index }] : [],
  );
  const sections = heads.map(({ heading, index }, nth) => ({
    heading,
    body: blocks.slice(index + 1, heads[nth + 1]?.index),
  }));
  return { opening: blocks.slice(0, heads[0]?.index), sections };
}

/** The level at which most headings are known as sections; without any, the highest. */
function sectionDepth(headings: readonly Heading[], known: readonly string[]): number {
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const count = (depth: number) =>
    headings.filter((node) => node.depth === depth && meansSection(textOf(node), known)).length;
  return depths.toSorted((a, b) => count(b) - count(a) || a - b)[0] ?? 1;
}

/** What is past the last number goes into the last section, under headings of its own. */
function fewer(sections: readonly ManuscriptSection[]): readonly ManuscriptSection[] {
  if (sections.length <= most) return sections;
  const kept = sections.slice(0, most - 1);
  const [last, ...past] = sections.slice(most - 1);
  if (!last) return kept;
  const under = past.flatMap(({ heading, body }) => [
    { ...heading, depth: Math.min(6, last.heading.depth + 1) as Heading['depth'] },
    ...body.map(lower),
  ]);
  return [...kept, { heading: last.heading, body: [...last.body, ...under] }];
}

function lower(node: RootContent): RootContent {
  return node.type === 'heading' ? { ...node, depth: Math.min(6, node.depth + 1) as Heading['depth'] } : node;
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
