import type { ElementContent, Parents, Root, Text } from 'hast';
import { SKIP, type VisitorResult, visit } from 'unist-util-visit';

/**
 * What a line does not break in: a day and its month, a range of numbers, and short words with a hyphen of their own,
 * which at a line's end would be read as the line's ("al-Shabaab", "A-29", "North-east").
 */
const wholes = new RegExp(
  [
    String.raw`\p{Lu}\p{Ll}{2,8} \d{1,2}(?:[–-]\d{1,2})?(?![\d–-]|,\d),?`,
    String.raw`\d(?:[\d.,]*\d)?[–-]\d(?:[\d.,]*\d)?%?`,
    String.raw`(?<![\p{L}\d-])(?=[\p{L}\d-]{3,14}(?![\p{L}\d-]))[\p{L}\d]+(?:-[\p{L}\d]+)+`,
  ].join('|'),
  'gu',
);

/**
 * Where an address may break: after its host, before a mark that parts it, and with more than a few letters after that;
 * never after a hyphen of its own, which looks like one of the line's.
 */
const addressParts = /(?<=\/.*|(?=\/))(?=[/?&._-][^/?&._-]{3})(?<![/?&._-])/;

/** Elements whose text is set as it is. */
const verbatim: ReadonlySet<string> = new Set(['code', 'pre', 'svg']);

/** Marks in hypertext what is to stay on one line, by spans of the class "whole"; and in addresses, where they may break. */
export function keepTogether(tree: Root): Root {
  const set = structuredClone(tree);
  visit(set, (node, index, parent) => {
    if (node.type === 'element') {
      if (verbatim.has(node.tagName) || hasClass(node.properties.className, 'whole')) return SKIP;
      if (!hasClass(node.properties.className, 'url')) return undefined;
      node.children = node.children.flatMap((child) => (child.type === 'text' ? breakable(child.value) : [child]));
      return SKIP;
    }
    if (node.type !== 'text' || index === undefined || !parent) return undefined;
    return replace(node, index, parent);
  });
  return set;
}

function replace(node: Text, index: number, parent: Parents): VisitorResult {
  const pieces = wholePieces(node.value);
  if (pieces.length === 1 && pieces[0]?.type === 'text') return undefined;
  parent.children.splice(index, 1, ...pieces);
  return [SKIP, index + pieces.length];
}

function wholePieces(text: string): readonly ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(wholes)) {
    if (match.index > end) pieces.push({ type: 'text', value: text.slice(end, match.index) });
    pieces.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['whole'] },
      children: [{ type: 'text', value: match[0] }],
    });
    end = match.index + match[0].length;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}

function breakable(address: string): readonly ElementContent[] {
  return address
    .split(addressParts)
    .flatMap((value, index): readonly ElementContent[] => [
      ...(index > 0 ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }] : []),
      { type: 'text', value },
    ]);
}

function hasClass(classes: unknown, name: string): boolean {
  return Array.isArray(classes) && classes.includes(name);
}
