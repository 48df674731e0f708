import type { Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { compareWords } from './document-text/comparison.ts';
import { type DocumentText, tokensOf } from './document-text/document-text.ts';
import { documentText } from './document-text/read-document-text.ts';
import type { Remark } from './manuscript.ts';
import { bulletSigns } from './structure/inline-list.ts';

/** Signs that begin an entry of a list: a list prints its own. */
const bullets = new RegExp(`[${bulletSigns}]`, 'gu');

/**
 * The words of a text in the order in which they are read, each note where it is first called, alternative texts of
 * pictures left out. Two texts that say the same have the same words, whatever their marks.
 */
export function wordsOf(tree: Root, numbers: 'with numbers of lists' | 'as written' = 'as written'): readonly string[] {
  const notes = new Map(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  );
  const parts: string[] = [];
  const read = (node: Nodes): void => {
    if (node.type === 'footnoteReference') {
      const note = notes.get(node.identifier);
      notes.delete(node.identifier);
      if (note) {
        parts.push(' ');
        note.children.forEach(read);
        parts.push(' ');
      }
    } else if (node.type === 'list' && node.ordered) {
      node.children.forEach((item, index) => {
        if (numbers === 'with numbers of lists') parts.push(` ${(node.start ?? 1) + index}. `);
        read(item);
      });
    } else if (node.type === 'break') parts.push(' ');
    else if ('value' in node) parts.push(node.value);
    else if ('children' in node && node.type !== 'footnoteDefinition') {
      node.children.forEach(read);
      if (!inline.has(node.type)) parts.push(' ');
    }
  };
  tree.children.forEach(read);
  for (const note of notes.values()) for (const child of note.children) read(child);
  return parts
    .join('')
    .replace(bullets, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

const inline: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link', 'linkReference']);

/** What of an edition was its manuscript's. */
export interface PrintedParts {
  /** The lines that its cover prints in its own form. */
  readonly cover: readonly string[];
  /** The sections that have a text, as markdown. */
  readonly sections: readonly string[];
  /** What tables by name stand for, which the manuscript wrote in its text. */
  readonly tables: ReadonlyMap<string, readonly RootContent[]>;
}

/** The text that readers find of a manuscript, as the press reads its sections: in order, without figures, notes last. */
export function printedText({ cover, sections, tables }: PrintedParts): string {
  const children = sections.flatMap((markdown) => proseOf(parseMarkdown(markdown), tables).children);
  const isNote = (node: RootContent) => node.type === 'footnoteDefinition';
  const text = children.filter((node) => !isNote(node));
  return [...cover, ...[...text, ...notesIn(text, children)].map(textIn)].join('\n');
}

/** The notes that a text calls, each once, in the order in which it calls them, with those that notes call. */
function notesIn(text: readonly RootContent[], all: readonly RootContent[]): readonly RootContent[] {
  const notes = new Map(all.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])));
  const called = new Set<RootContent>();
  const collect = (children: readonly RootContent[]): void => {
    visit({ type: 'root', children: [...children] }, 'footnoteReference', ({ identifier }) => {
      const note = notes.get(identifier);
      if (!note || called.has(note)) return;
      called.add(note);
      collect(note.children);
    });
  };
  collect(text);
  return [...called];
}

function textIn(node: RootContent): string {
  return wordsOf({
    type: 'root',
    children: 'children' in node && node.type === 'footnoteDefinition' ? node.children : [node],
  }).join(' ');
}

/** A section without what it places. */
function proseOf(tree: Root, tables: PrintedParts['tables']): Root {
  const children = tree.children.flatMap((node): readonly RootContent[] => {
    if (node.type === 'leafDirective') return node.name === 'table' ? (tables.get(textOf(node)) ?? []) : [];
    const isKept = node.type === 'footnoteDefinition' && node.identifier.startsWith('kept-');
    return node.type === 'containerDirective' || isKept ? [] : [node];
  });
  const prose: Root = { type: 'root', children };
  // HTML in a line would be some that was not escaped: its words are missed, and so it is found.
  visit(prose, 'html', (node) => {
    node.value = '';
  });
  return prose;
}

/** A run of a manuscript's words that its edition does not have, with the first words of the paragraph that it stands in. */
export interface LostWords {
  readonly words: string;
  readonly near: string;
}

/**
 * What a manuscript says and its edition does not, by a second reader of documents that had no part in converting it. What a
 * remark names is not lost.
 *
 * @param name the manuscript's file name
 * @returns nothing where the second reader cannot read the file
 */
export function lostWords(
  name: string,
  bytes: Uint8Array,
  printed: string,
  remarks: readonly Remark[],
): readonly LostWords[] {
  const document = readAgain(name, bytes);
  if (!document) return [];
  const reported = remarks.map((remark) => plainWords(remark.words)).filter((words) => words !== '');
  return compareWords(document.words, printed)
    .missing.filter(({ text }) => !isMark.test(text) && !isReported(plainWords(text), reported))
    .map(({ text, place }) => ({ words: text, near: place.paragraph }));
}

/** Whether remarks name all words of a run: it is a part of what one remark names, or what several name one after the other. */
function isReported(run: string, reported: readonly string[]): boolean {
  if (reported.some((words) => words.includes(run))) return true;
  const inside = reported.filter((words) => words.length < run.length).toSorted((a, b) => b.length - a.length);
  const left = inside.reduce((rest, words) => rest.replaceAll(` ${words} `, '  '), ` ${run} `);
  return left.trim() === '';
}

/** The call of a note, or the number of its text: both are the press's now. */
const isMark = /^[[(]?(?:\d{1,3}|[*†‡]+)[\])]?\.?$/u;

function readAgain(name: string, bytes: Uint8Array): DocumentText | undefined {
  try {
    return documentText(bytes, name.split('.').at(-1));
  } catch {
    return undefined;
  }
}

function plainWords(text: string): string {
  return tokensOf(text)
    .filter((token) => /[\p{L}\p{N}]/u.test(token.text))
    .map((token) => token.text)
    .join(' ');
}
