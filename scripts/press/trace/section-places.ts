import type { Nodes } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { claimMarks } from '../facts/claim-marks.ts';
import { factMarks } from '../facts/fact-marks.ts';
import { parseMarkdown } from '../prose/markdown.ts';
import type { SectionFile } from '../read/edition.ts';
import type { FactPlace } from './fact-place.ts';

/** Where a section prints facts, or claims that are held against them, in reading order. */
export function sectionPlaces({ name, file, markdown }: SectionFile): readonly FactPlace[] {
  const places: FactPlace[] = [];
  const add = (node: Nodes, part: string, fact: string, as: string | undefined): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    places.push({ fact, as, place: { file, line, column }, of: `section ${name}`, part });
  };
  const walk = (node: Nodes, part: string): void => {
    const within = partOf(node) ?? part;
    if (node.type === 'textDirective' && node.name === 'fact') {
      add(node, within, textOfNode(node).trim(), node.attributes?.as ?? undefined);
    }
    if (node.type === 'textDirective' && node.name === 'claim' && node.attributes?.fact) {
      add(node, within, node.attributes.fact, undefined);
    }
    if (node.type === 'textDirective' && node.name === 'claim' && node.attributes?.fact) {
      add(node, 'claim', node.attributes.fact, undefined);
    }
    if (node.type === 'image' && !node.data?.isLiteral) {
      for (const { fact } of claimMarks(node.alt ?? '')) if (fact) add(node, 'alternative text', fact, undefined);
      for (const mark of factMarks(node.alt ?? '')) add(node, 'alternative text', mark.name, mark.as);
    }
    if ('children' in node) for (const child of node.children) walk(child, within);
  };
  walk(parseMarkdown(markdown), 'text');
  return places;
}

/** What a node makes of the words within it, if anything. */
function partOf(node: Nodes): string | undefined {
  switch (node.type) {
    case 'heading':
      return 'heading';
    case 'footnoteDefinition':
      return 'note';
    case 'table':
      return 'table';
    case 'containerDirective':
      return node.name === 'key-figures' ? 'key figure' : 'call-out';
    default:
      return undefined;
  }
}
