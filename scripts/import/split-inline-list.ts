import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { tidyPhrasing, trimPhrasing } from './tidy-phrasing.ts';

const sign = /[•●▪◦‣∙]\s*/u;

/**
 * Parts a paragraph at the signs of a list that was run together, "as follows: • one • two": what stands before the first
 * sign, then the list. A paragraph without signs stays as it is.
 */
export function splitInlineList(paragraph: Paragraph): RootContent[] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const pieces = child.type === 'text' ? child.value.split(new RegExp(sign, 'gu')) : undefined;
    if (!pieces) {
      parts.at(-1)?.push(child);
      continue;
    }
    pieces.forEach((value, index) => {
      if (index > 0) parts.push([]);
      parts.at(-1)?.push({ type: 'text', value });
    });
  }
  const [intro = [], ...items] = parts.map((part) => trimPhrasing(tidyPhrasing(part)));
  const written = items.filter((item) => item.length > 0);
  // One sign within a line is a dot between words, not a list.
  if (written.length === 0 || (written.length === 1 && intro.length > 0)) return [paragraph];
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: written.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
  return intro.length > 0 ? [{ type: 'paragraph', children: intro }, list] : [list];
}
