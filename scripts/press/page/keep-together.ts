import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, type VisitorResult, visit } from 'unist-util-visit';

/**
 * What a line does not break in: a day and its month, a range of numbers, and short words with a hyphen of their own,
 * which at a line's end would be read as the line's ("al-Shabaab", "A-29", "North-east").
 */
const wholes = new RegExp(
  [
    String.raw`\p{Lu}\p{Ll}{2,8} \d{1,2}(?:[–-]\d{1,2})?(?![\d–-]|,\d),?`,
    String.raw`(?<![\d.,–-])\d{1,2}(?:[–-]\d{1,2})?\.? \p{L}{3,9}(?= (?:19|20)\d\d(?!\d))`,
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

/** The end of a paragraph whose last word would make a poor line: it and the word before it. */
const shortEnd = /\S{1,14} \S{1,6}$/u;

/** Characters that one line may have: fewer have no last line of their own. */
const longestLine = 40;

/** What stands after the last word of a paragraph. */
const afterEnd = /^[\s.,;:!?)’”]*$/u;

/** Elements whose text is set as it is. */
const verbatim: ReadonlySet<string> = new Set(['code', 'pre', 'svg']);

/** Marks in hypertext what is to stay on one line, by spans of the class "whole"; and in addresses, where they may break. */
export function keepTogether(tree: Root): Root {
  const set = structuredClone(tree);
  visit(set, 'element', (element) => {
    if (element.tagName === 'p' && textOf(element).length > longestLine) keepEnd(element);
  });
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

/** Keeps the last word of a text with the one before it, if it is short; the calls of notes after it stay with it anyway. */
function keepEnd(parent: Element): void {
  const index = parent.children.findLastIndex(
    (child) =>
      !(child.type === 'text' ? afterEnd.test(child.value) : child.type === 'element' && child.tagName === 'sup'),
  );
  const last = parent.children[index];
  if (last?.type === 'element' && !verbatim.has(last.tagName) && !hasClass(last.properties.className, 'whole')) {
    keepEnd(last);
  }
  if (last?.type !== 'text') return;
  const text = last.value.trimEnd();
  const end = shortEnd.exec(text);
  if (!end) return;
  parent.children.splice(index, 1, { type: 'text', value: text.slice(0, end.index) }, whole(end[0]), {
    type: 'text',
    value: last.value.slice(text.length),
  });
}

function replace(node: Text, index: number, parent: Parents): VisitorResult {
  const runs = runsOf(node.value);
  if (runs.length === 1 && runs[0]?.type === 'text') return undefined;
  parent.children.splice(index, 1, ...runs);
  return [SKIP, index + runs.length];
}

function runsOf(text: string): readonly ElementContent[] {
  const runs: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(wholes)) {
    if (match.index > end) runs.push({ type: 'text', value: text.slice(end, match.index) });
    runs.push(whole(match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length || runs.length === 0) runs.push({ type: 'text', value: text.slice(end) });
  return runs;
}

function whole(value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['whole'] },
    children: [{ type: 'text', value }],
  };
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
