import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ManuscriptSection } from './manuscript.ts';
import { sameTitle } from './match-section.ts';

/** A manuscript in its parts, in order. */
export interface SplitManuscript {
  readonly title: Paragraph['children'];
  readonly sections: readonly ManuscriptSection[];
  /** What its first section is headed by; text before the first heading stands under the title, or under a made one. */
  readonly opened: 'by a section' | 'by its title' | 'by a made heading';
}

/** Two digits number 99 files; some are for sections that an edition keeps for what they place. */
const most = 80;

/**
 * Splits a text at its headings. The title is the line that is marked as one, or the one heading above all others.
 * What stands before the first section becomes a section under the title.
 *
 * @param marked the title, where the manuscript's form marks it
 * @param known titles of sections that the edition or its series has
 * @param otherwise a heading for text that has none at all
 */
export function splitSections(
  tree: Root,
  marked: Paragraph | undefined,
  known: readonly string[],
  otherwise: string,
): SplitManuscript {
  const blocks = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  const headings = blocks.filter((node) => node.type === 'heading');
  const titled = marked ? undefined : titleAmong(blocks, headings, known);
  const title = marked?.children ?? titled?.children ?? [];
  const rest = titled ? blocks.filter((node) => node !== titled) : blocks;
  const depth = sectionDepth(
    headings.filter((node) => node !== titled),
    known,
  );
  const { opening, sections } = partsAt(rest, depth);
  if (opening.length === 0) return { title, sections: fewer(sections), opened: 'by a section' };
  const words: Heading['children'] = title.length > 0 ? [...title] : [{ type: 'text', value: otherwise }];
  const first: ManuscriptSection = { heading: { type: 'heading', depth: 1, children: words }, body: opening };
  return {
    title,
    sections: fewer([first, ...sections]),
    opened: title.length > 0 ? 'by its title' : 'by a made heading',
  };
}

function partsAt(
  blocks: readonly RootContent[],
  depth: number,
): { readonly opening: readonly RootContent[]; readonly sections: readonly ManuscriptSection[] } {
  const heads = blocks.flatMap((node, index) =>
    node.type === 'heading' && node.depth <= depth ? [{ heading: node, index }] : [],
  );
  const sections = heads.map(({ heading, index }, nth) => ({
    heading,
    body: blocks.slice(index + 1, heads[nth + 1]?.index),
  }));
  return { opening: blocks.slice(0, heads[0]?.index), sections };
}

/** The heading that is above all others and comes before them; a section of a known name is none. */
function titleAmong(
  blocks: readonly RootContent[],
  headings: readonly Heading[],
  known: readonly string[],
): Heading | undefined {
  const [first, ...others] = headings;
  if (!first || blocks[0] !== first || others.length === 0) return undefined;
  if (known.some((title) => sameTitle(title, textOf(first)))) return undefined;
  const above = others.every(({ depth }) => depth > first.depth);
  const named = others.some((other) => known.some((title) => sameTitle(title, textOf(other))));
  const top = others.every(({ depth }) => depth >= first.depth);
  return above || ((named || top) && isNext(blocks, first)) ? first : undefined;
}

/** Whether another heading or a line of names follows at once: nothing is told under this one. */
function isNext(blocks: readonly RootContent[], heading: Heading): boolean {
  const next = blocks[blocks.indexOf(heading) + 1];
  return next?.type === 'heading' || (next !== undefined && /^By\s/u.test(textOf(next)));
}

/** The level at which most headings are known as sections; without any, the highest. */
function sectionDepth(headings: readonly Heading[], known: readonly string[]): number {
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const count = (depth: number) =>
    headings.filter((node) => node.depth === depth && known.some((title) => sameTitle(title, textOf(node)))).length;
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
