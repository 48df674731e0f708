import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ManuscriptSection, Remark } from '../manuscript.ts';
import { dateOf } from './by-line.ts';
import {
  type CoverLine,
  coverLine,
  isTitle,
  type KnownEdition,
  linesOf,
  readHead,
  withoutCoverHeadings,
} from './front-matter.ts';
import { isHeadingLine, promoteHeadings, sameTitle, sectionDepth } from './headings.ts';
import { wordsOfLine } from './phrasing.ts';

/** A manuscript in its parts, in order. */
export interface ManuscriptParts {
  /** Empty where the manuscript has no title. */
  readonly title: Paragraph['children'];
  /** Lines before the first section that the cover prints in its own form: they are not in the sections. */
  readonly cover: readonly CoverLine[];
  readonly sections: readonly ManuscriptSection[];
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
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
    return { ...parts, sections: fewer(sections), notices: head.notices };
  const isMade = own.title.length === 0;
  const words: Heading['children'] = isMade ? [{ type: 'text', value: known.otherwise }] : [...own.title];
  const first: ManuscriptSection = { heading: { type: 'heading', depth: 1, children: words }, body: head.text };
  const made = `the text before the first heading stands under “${known.otherwise}”: give it the heading that it should have`;
  const short = head.text.every((node) => node.type === 'paragraph' && isHeadingLine(textOf(node)));
  const openingNotices = short && !isMade && sections.length > 0 ? [shortOpening(head.text)] : [];
  return {
    ...parts,
    sections: fewer([first, ...sections]),
    notices: [...head.notices, ...(isMade ? [made] : openingNotices)],
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
