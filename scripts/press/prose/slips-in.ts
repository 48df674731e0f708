import type { Root } from 'mdast';
import type { Edition } from '../read/edition.ts';
import { citationSlips } from './citation-slips.ts';
import { directiveSlips } from './directive-slips.ts';
import { markdownSlips } from './markdown-slips.ts';
import type { Slip } from './slip.ts';
import { typedTexts } from './typed-texts.ts';

/**
 * Finds the slips of a text: what was meant as a citation, a directive or as markdown and is none. What is escaped is meant as
 * it stands, and so is code.
 *
 * @param tree what the markdown was parsed to
 */
export function slipsIn(tree: Root, markdown: string, sources: Edition['sources']): readonly Slip[] {
  const texts = typedTexts(tree, markdown);
  return [
    ...citationSlips(texts, sources),
    ...directiveSlips(tree, markdown, texts),
    ...markdownSlips(tree, markdown, texts),
  ];
}
