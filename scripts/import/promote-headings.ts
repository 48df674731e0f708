import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isHeadingLine } from './is-heading-line.ts';
import { sameTitle } from './match-section.ts';
import { tidyPhrasing, trimPhrasing } from './tidy-phrasing.ts';

/**
 * Makes headings of lines that only look like them: paragraphs, or first lines of paragraphs, that name a section; and bold
 * ones that read like a heading, where the manuscript has no heading at all.
 *
 * @param known titles of sections that the edition or its series has
 */
export function promoteHeadings(tree: Root, known: readonly string[]): Root {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const isTitle = (text: string) => known.some((title) => sameTitle(title, text));
  const named = headings.filter((node) => isTitle(textOf(node))).map(({ depth }) => depth);
  const depth = Math.min(...named, ...(named.length > 0 || headings.length === 0 ? [] : [headings[0]?.depth ?? 1]), 6);
  const sectionDepth = (headings.length === 0 ? 1 : depth) as Heading['depth'];
  const depthOf = (line: readonly PhrasingContent[]): Heading['depth'] | undefined => {
    const text = textOf({ type: 'paragraph', children: [...line] }).trim();
    if (isTitle(text)) return sectionDepth;
    const bold = line.length === 1 && line[0]?.type === 'strong';
    return headings.length === 0 && bold && isHeadingLine(text) ? 2 : undefined;
  };
  return {
    ...tree,
    children: tree.children.flatMap((node) => (node.type === 'paragraph' ? promoted(node, depthOf) : [node])),
  };
}

function promoted(
  paragraph: Paragraph,
  depthOf: (line: readonly PhrasingContent[]) => Heading['depth'] | undefined,
): RootContent[] {
  const end = paragraph.children.findIndex(({ type }) => type === 'break');
  const line = trimPhrasing(tidyPhrasing(end < 0 ? paragraph.children : paragraph.children.slice(0, end)));
  const depth = depthOf(line);
  if (depth === undefined) return [paragraph];
  const words = line.flatMap((child): PhrasingContent[] => (child.type === 'strong' ? child.children : [child]));
  const rest = end < 0 ? [] : trimPhrasing(paragraph.children.slice(end + 1));
  const heading: Heading = { type: 'heading', depth, children: words };
  return rest.length === 0 ? [heading] : [heading, { ...paragraph, children: rest }];
}
