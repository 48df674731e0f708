import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import type { Definition, Heading, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { z } from 'zod';
import { noCache } from '../../press/cache.ts';
import { coverageOf, readFonts } from '../../press/read/fonts.ts';
import { tokensSchema } from '../../press/read/schemas/tokens.ts';
import type { SuiteEdition, SuiteSources } from './suite-project.ts';

/**
 * Reads the readme files of the installed packages that readmes.yaml of the suite lists, as editions.
 *
 * @throws Error when a package has no readme file
 */
export async function readReadmes({ repository, shared }: SuiteSources): Promise<readonly SuiteEdition[]> {
  const list = join(shared, 'readmes.yaml');
  const missingFrom = await missingCharacters(repository);
  const names = z.array(z.string()).parse(parse(await readFile(list, 'utf8')));
  return Promise.all(
    names.map(async (name) => {
      const folder = join(repository, 'node_modules', name);
      const file = (await readdir(folder)).find((entry) => /^readme(\.md|\.markdown)?$/i.test(entry));
      if (file === undefined) throw new Error(`${list}: the package "${name}" has no readme file; take another`);
      const readme = await readFile(join(folder, file), 'utf8');
      return readmeEdition(name, readme, new Set(missingFrom(readme)));
    }),
  );
}

/** Tells which characters of a text no font of the series has. */
async function missingCharacters(repository: string): Promise<(text: string) => readonly string[]> {
  const tokens = tokensSchema.parse(parse(await readFile(join(repository, 'styles/tokens.yaml'), 'utf8')));
  const coverage = coverageOf(readFonts(tokens), tokens.fonts.mono.name, noCache);
  return (text) => [...new Set([...coverage.missingFrom(text, 'text'), ...coverage.missingFrom(text, 'code')])];
}

const parser = unified().use(remarkParse).use(remarkGfm);
/** With directives, so that a colon before a letter is written as what it is. */
const writer = unified().use(remarkGfm).use(remarkDirective).use(remarkStringify, { bullet: '-', rule: '-' });

/**
 * Makes an edition of a package's readme file. What an edition cannot hold is left out with a notice: HTML, pictures
 * (the press reads no network), links to files; headings are brought into steps of one level.
 *
 * @param missing the characters that no font of the series has; an empty square stands for them
 */
export function readmeEdition(name: string, readme: string, missing: ReadonlySet<string>): SuiteEdition {
  const signs = [...readme].filter((character) => missing.has(character)).length;
  const tree = parser.parse([...readme].map((character) => (missing.has(character) ? '□' : character)).join(''));
  const left = { signs, html: 0, pictures: 0, links: 0 };
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => void definitions.set(node.identifier, node));
  const kept = keepChildren(tree, { definitions, left });
  const root: Root = { type: 'root', children: kept as RootContent[] };
  orderHeadings(root);
  const notices = Object.entries(left).filter(([, count]) => count > 0);
  return {
    name: `readme-${slug(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')}`,
    meta: { title: `The readme file of ${name}`, short_title: name },
    markdown: writer.stringify(root),
    notices: notices.map(([what, count]) => `${count} × ${what} left out of the readme file of ${name}`),
  };
}

interface Keeping {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly left: { html: number; pictures: number; links: number };
}

function keepChildren(parent: Parents, keeping: Keeping): Nodes[] {
  return parent.children.flatMap((child) => keep(child, keeping));
}

/** What stands for a node in an edition: itself, its contents, or nothing. */
function keep(node: Nodes, keeping: Keeping): Nodes[] {
  const { definitions, left } = keeping;
  if (node.type === 'html') left.html += 1;
  if (node.type === 'image' || node.type === 'imageReference') left.pictures += 1;
  if (['html', 'image', 'imageReference', 'definition'].includes(node.type)) return [];
  if (!('children' in node)) return [node];
  const children = keepChildren(node, keeping);
  if (node.type === 'paragraph' || node.type === 'heading') trimEnds(children);
  if (node.type === 'link' || node.type === 'linkReference') {
    const url = node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    if (/^(https?:\/\/[^/\s]+|mailto:[^@\s]+@)/.test(url) && children.length > 0) {
      return [{ type: 'link', url, children: children as PhrasingContent[] }];
    }
    left.links += 1;
    return children;
  }
  // A row keeps its cells, whatever they have lost.
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isEmpty && node.type !== 'tableCell') return [];
  return [{ ...node, children } as Nodes];
}

/** White space at an end is that before or after something that was left out. */
function trimEnds(children: readonly Nodes[]): void {
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
}

/** Headings that the press itself sets. */
const ofLayout = ['cover', 'contents', 'notes', 'colophon', 'appendix'];

/** The first heading of the first level, no level skipped, no two headings the same. */
function orderHeadings(root: Root): void {
  if (root.children[0]?.type !== 'heading') root.children.unshift(heading('Readme'));
  const used = new Map(ofLayout.map((id) => [id, 1]));
  let before = 0;
  visit(root, 'heading', (node) => {
    node.depth = Math.min(node.depth, before + 1) as Heading['depth'];
    before = node.depth;
    const id = slug(textOfNode(node));
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    if (times > 1) node.children.push({ type: 'text', value: ` (${times})` });
  });
}

function heading(words: string): Heading {
  return { type: 'heading', depth: 1, children: [{ type: 'text', value: words }] };
}
