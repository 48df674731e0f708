import type { FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Remark } from '../manuscript.ts';
import { partPhrasing, wordsOfLine } from './phrasing.ts';

/** A paragraph that begins like this is the text of a note: “[1] …”. */
export const noteStart = /^\s*\[(\d{1,3})\]\s+(?=\S)/;

/** A text whose typed notes are notes. */
interface WithNotes {
  readonly tree: Root;
  readonly remarks: readonly Remark[];
}

/**
 * Turns notes that somebody typed into notes: “[1] …” at the end of a text, if they count from 1 and each number stands in the
 * text before, as “[1]”. Marks around them stay. A text that has notes of its format's own is left as it is.
 */
export function withTypedNotes(tree: Root): WithNotes {
  const none: WithNotes = { tree, remarks: [] };
  const from = tree.children.findLastIndex((node) => !isNoteText(node)) + 1;
  const texts = tree.children.slice(from).filter(isNoteText);
  const names = texts.map((node) => noteStart.exec(textOf(node))?.[1] ?? '');
  const isCounted = names.length > 0 && names.every((name, nth) => Number(name) === nth + 1);
  if (!isCounted || tree.children.some(({ type }) => type === 'footnoteDefinition')) return none;
  const before = tree.children.slice(0, from);
  const head = before.at(-1);
  const isHead = head !== undefined && isNotesHeading(head);
  const body = (isHead ? before.slice(0, -1) : before).map((node) => withCalls(node, names));
  const called = new Set(body.flatMap(callsIn));
  if (!names.every((name) => called.has(identifierOf(name)))) return none;
  return {
    tree: { ...tree, children: [...body, ...texts.map(noteOf)] },
    remarks: isHead ? [{ kind: 'heading of notes', effect: 'left out', near: '', words: textOf(head) }] : [],
  };
}

function isNoteText(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && noteStart.test(textOf(node));
}

function isNotesHeading(node: RootContent): boolean {
  return (node.type === 'heading' || node.type === 'paragraph') && /^(?:end|foot)?notes:?$/i.test(textOf(node).trim());
}

function identifierOf(name: string): string {
  return `note-${name}`;
}

function noteOf(node: Paragraph): FootnoteDefinition {
  const [start = '', name = ''] = noteStart.exec(wordsOfLine(node.children)) ?? [];
  const [, children = []] = partPhrasing(node.children, [start.length]);
  const identifier = identifierOf(name);
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [{ type: 'paragraph', children }] };
}

/** A block with calls in the place of the numbers in brackets, at whatever depth. */
function withCalls<Node extends RootContent>(node: Node, names: readonly string[]): Node {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell')
    return { ...node, children: calling(node.children, names) };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => withCalls(child, names)) } as Node;
}

function calling(line: readonly PhrasingContent[], names: readonly string[]): PhrasingContent[] {
  const found = [...wordsOfLine(line).matchAll(/\s?\[(\d{1,3})\]/g)].filter(([, name = '']) => names.includes(name));
  if (found.length === 0) return [...line];
  const parts = partPhrasing(
    line,
    found.flatMap(({ index, 0: call }) => [index, index + call.length]),
  );
  // Every second part is a number in brackets; one that is a link leads elsewhere.
  return parts.flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 0 || part.some(({ type }) => type === 'link')) return part;
    const identifier = identifierOf(found[(index - 1) / 2]?.[1] ?? '');
    return [{ type: 'footnoteReference', identifier, label: identifier }];
  });
}

function callsIn(node: Nodes): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier];
  return 'children' in node ? node.children.flatMap(callsIn) : [];
}
