import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Files, sourceIn } from '../press/read/files.ts';
import type { PreviewToken, PreviewTokens } from './protocol.ts';

const file = 'styles/tokens.yaml';

/**
 * The tokens as they stand in their file, whether or not they pass its checks: a group for each of its keys, and one for
 * those that have none. What is not well formed is left out.
 */
export function previewTokens(files: Files): PreviewTokens {
  const lines = new LineCounter();
  const document = parseDocument(sourceIn(files, file), { lineCounter: lines });
  const lineOf = (node: Node): number => lines.linePos(node.range?.[0] ?? 0).line;
  const groups = new Map<string, PreviewToken[]>();
  const add = (group: string, name: string, node: Node): void => {
    const value = isScalar(node) ? String(node.value) : String(document.createNode(node.toJSON()));
    const token = { name, value: value.trim(), ...meaning(group, value), file, line: lineOf(node) };
    groups.set(group, [...(groups.get(group) ?? []), token]);
  };
  const visit = (group: string, name: string, node: unknown): void => {
    if (isMap<Node, Node | null>(node)) {
      const named = 'name' in node.toJSON() ? node.get('name', true) : undefined;
      // Of a family or a fallback its name is the decision; the rest says where its files are.
      if (isScalar(named)) add(group, name, named);
      else
        for (const { key, value } of node.items)
          visit(group, joined(name, isScalar(key) ? String(key.value) : ''), value);
    } else if (isSeq<Node>(node)) {
      for (const [index, item] of node.items.entries()) visit(group, joined(name, String(index + 1)), item);
    } else if (isScalar(node)) {
      add(group, name, node);
    }
  };
  if (isMap<Node, Node | null>(document.contents)) {
    for (const { key, value } of document.contents.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(value)) visit('page', name, value);
      else visit(name, '', value);
    }
  }
  return { groups: [...groups].map(([name, tokens]) => ({ name, tokens })) };
}

function joined(name: string, part: string): string {
  return name === '' ? part : `${name} ${part}`;
}

/** Lengths are in points, as everywhere in the file. */
function meaning(group: string, value: string): Pick<PreviewToken, 'kind' | 'css'> {
  if (/^#[0-9a-f]{3,8}$/i.test(value)) return { kind: 'colour', css: value };
  if (/^\d+(?:\.\d+)?$/.test(value)) return { kind: 'length', css: `${value}pt` };
  if (group === 'fonts' || group === 'fallbacks') return { kind: 'font', css: `"${value}"` };
  return { kind: 'other' };
}
