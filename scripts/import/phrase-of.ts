import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A line for a YAML file whose texts may hold marks: as it is where it reads the same, else with its signs escaped. */
export function phraseOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const [only, ...more] = parseMarkdown(line).children;
  const plain = only?.type === 'paragraph' && more.length === 0 && only.children.every((node) => node.type === 'text');
  if (line === '' || (plain && textOf(only) === line && !/\[[@^]/.test(line))) return line;
  return writeMarkdown({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
  }).trim();
}
