import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Paragraph, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import type { ReadText, Remark } from '../manuscript.ts';
import { readByLine } from '../structure/by-line.ts';
import { readTree } from './web-page.ts';

/**
 * Reads markdown: CommonMark with GFM, and what its front matter says of title, authors and date. It goes by way of a page,
 * so that its HTML is read as such, and references to links and notes are resolved. Marks of this press in it are text.
 *
 * @throws Error for a text that is nested too deeply to be one that people wrote
 */
export function readMarkdown(markdown: string): ReadText {
  const { matter, body, remarks } = partFrontMatter(markdown);
  const text = readTree(() => {
    const tree: Root = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(body);
    return fromHtml(toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true }), {
      fragment: true,
    });
  });
  const lines = matter.lines.map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return {
    ...text,
    title: matter.title === undefined ? text.title : paragraphOf(matter.title),
    tree: { type: 'root', children: [...lines, ...text.tree.children] },
    remarks: [...remarks, ...text.remarks],
  };
}

function paragraphOf(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

interface FrontMatter {
  readonly title: string | undefined;
  /** By-line, date and the like, as lines that stand before the text. */
  readonly lines: readonly string[];
}

/** Parts markdown from the YAML between two lines of hyphens at its beginning, as Jekyll, Hugo and pandoc read it. */
function partFrontMatter(markdown: string): {
  readonly matter: FrontMatter;
  readonly body: string;
  readonly remarks: readonly Remark[];
} {
  const none = { matter: { title: undefined, lines: [] }, body: markdown, remarks: [] };
  const [whole, yaml] = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(markdown) ?? [];
  if (whole === undefined || yaml === undefined) return none;
  const values = mapOf(yaml);
  if (!values) return none;
  const textAt = (key: string) => (typeof values[key] === 'string' ? values[key].trim() : undefined);
  const authors = [values.author, values.authors, values.by].flatMap(namesOf);
  const date = textAt('date') ?? textAt('published');
  const opening = ['abstract', 'summary'].flatMap((key) => textAt(key) ?? []);
  const title = textAt('title');
  const subtitle = textAt('subtitle');
  const taken = new Set([
    ...['title', 'subtitle', 'author', 'authors', 'by', 'abstract', 'summary'],
    ...(textAt('date') === undefined && textAt('published') !== undefined ? ['published'] : ['date']),
  ]);
  const rest = Object.keys(values).filter((key) => !taken.has(key));
  const names = authors.join(', ');
  return {
    matter: {
      title,
      lines: [
        ...(subtitle === undefined ? [] : [subtitle]),
        ...(authors.length === 0 ? [] : [readByLine(`By ${names}`, []).kind === 'none' ? names : `By ${names}`]),
        ...(date === undefined ? [] : [date]),
        ...opening,
      ],
    },
    body: markdown.slice(whole.length),
    remarks: rest.length === 0 ? [] : [{ kind: 'field', effect: 'left out', near: rest.join(', '), words: '' }],
  };
}

/** YAML as a map of its keys; dates stay as they are written. Undefined where it is no map. */
function mapOf(yaml: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = parseYaml(yaml, { schema: 'core' });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

function namesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(namesOf);
  return typeof value === 'object' && value !== null && 'name' in value ? namesOf(value.name) : [];
}
