import type { Element, ElementContent, Root as Page, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';

import type { ReadText, Remark } from './manuscript.ts';
import { withoutNavigation } from './page-article.ts';
import { cleanPage } from './page-clean.ts';
import { markNotes } from './page-notes.ts';
import { readByLine } from './people.ts';
import { scriptSigns } from './script-signs.ts';

/**
 * Reads a page of HTML as a browser or an office program saved it: its article, what it says and how it is set. Menus and
 * the like are left out and reported; so is what the page hides from its readers.
 *
 * @throws Error for a page that is nested too deeply to be one that people wrote
 */
export function readPage(html: string): ReadText {
  const page = withinDepth(() => fromHtml(html));
  const hidden = cleanPage(page);
  const marked = markNotes(page);
  const navigation = withoutNavigation(marked);
  const { remarks, ...text } = treeOfPage(marked);
  return { ...text, remarks: [...hidden, ...navigation, ...remarks] };
}

/**
 * Reads markdown: CommonMark with GFM, and what its front matter says of title, authors and date. It goes by way of a page,
 * so that its HTML is read as such, and references to links and notes are resolved. Marks of this press in it are text.
 *
 * @throws Error for a text that is nested too deeply to be one that people wrote
 */
export function readMarkdown(markdown: string): ReadText {
  const { matter, body, remarks } = partFrontMatter(markdown);
  const page = withinDepth(() => {
    const tree: Root = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(body);
    return fromHtml(toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true }), {
      fragment: true,
    });
  });
  const hidden = cleanPage(page);
  const text = treeOfPage(markNotes(page));
  const lines = matter.lines.map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return {
    ...text,
    title: matter.title === undefined ? text.title : paragraphOf(matter.title),
    tree: { type: 'root', children: [...lines, ...text.tree.children] },
    remarks: [...remarks, ...hidden, ...text.remarks],
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
  const said = (key: string) => (typeof values[key] === 'string' ? values[key].trim() : undefined);
  const authors = [values.author, values.authors, values.by].flatMap(namesOf);
  const date = said('date') ?? said('published');
  const opening = ['abstract', 'summary'].flatMap((key) => said(key) ?? []);
  const title = said('title');
  const subtitle = said('subtitle');
  const taken = new Set([
    ...['title', 'subtitle', 'author', 'authors', 'by', 'abstract', 'summary'],
    ...(said('date') === undefined && said('published') !== undefined ? ['published'] : ['date']),
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

/** Deeper than any text that people write; each level takes some of the machine's stack. */
const deepest = 400;

/** Reads a page that may be nested without end: its parsers call themselves for each level. */
function withinDepth(read: () => Page): Page {
  const tooDeep =
    'the manuscript is nested too deeply to be read: open it in a browser, copy its text into a Word document and import that';
  let page: Page;
  try {
    page = read();
  } catch (cause) {
    if (cause instanceof RangeError) throw new Error(tooDeep, { cause });
    throw cause;
  }
  let level: readonly Parents[] = [page];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new Error(tooDeep);
    level = level.flatMap(({ children }): readonly Parents[] =>
      [...children].filter((child) => child.type === 'element'),
    );
  }
  return page;
}

/** Classes by which a program marks the title, and lines of its list of contents. */
const titles: ReadonlySet<string> = new Set(['manuscript-title', 'MsoTitle']);
const contents = /^(?:manuscript-contents|MsoToc(?:Heading|\d))$/;

const handlers: Readonly<Record<string, Handle>> = {
  'note-call': (_state, node) => ({ type: 'footnoteReference', identifier: nameOf(node), label: nameOf(node) }),
  'note-text': (state, node) => ({
    type: 'footnoteDefinition',
    identifier: nameOf(node),
    label: nameOf(node),
    children: state.toFlow(state.all(node)) as Paragraph[],
  }),
  // Tracked changes: what was taken out stays out.
  del: () => undefined,
  dialog: (state, node) => state.toFlow(state.all(node)),
  sup: (state, node) => inSigns(node, 'superscript') ?? state.all(node),
  sub: (state, node) => inSigns(node, 'subscript') ?? state.all(node),
};

/**
 * A page as a tree of markdown. The paragraphs that a program marks as its title are told apart; the list of contents is
 * left out, for the press makes its own.
 */
function treeOfPage(page: Page): ReadText {
  const title: Element[] = [];
  const listed: string[] = [];
  let before: Element | undefined;
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const classes = [element.properties.className].flat().map(String);
    if (element.tagName === 'table') return hoistCaption(element, parent, index);
    if (element.tagName === 'menu') element.tagName = 'ul';
    // A title over two lines is two paragraphs, one right after the other.
    const isTitle =
      (element.tagName === 'p' && classes.some((name) => titles.has(name))) ||
      (element.tagName === 'h1' && before === undefined && classes.includes('title'));
    const follows = title.length === 0 || before === title.at(-1);
    if (isLine(element)) before = element;
    if (isTitle && follows) title.push(element);
    else if (element.tagName === 'p' && classes.some((name) => contents.test(name))) listed.push(textOf(element));
    // The heading that remark gives the notes of a page by itself.
    else if (element.properties.id !== 'footnote-label') return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const tree = written(page);
  return {
    title: titleOf(title),
    tree,
    notices: [],
    remarks:
      listed.length > 0 ? [{ kind: 'list of contents', effect: 'left out', near: '', words: listed.join('\n') }] : [],
  };
}

function isLine({ tagName }: Element): boolean {
  return tagName === 'p' || /^h[1-6]$/.test(tagName);
}

function titleOf(lines: readonly Element[]): Paragraph | undefined {
  const children = lines.flatMap((line, index): PhrasingContent[] => {
    const [head] = written({ type: 'root', children: [{ ...line, tagName: 'p' }] }).children;
    if (head?.type !== 'paragraph') return [];
    return index === 0 ? head.children : [{ type: 'text', value: ' ' }, ...head.children];
  });
  return children.length === 0 ? undefined : { type: 'paragraph', children };
}

function written(page: Page): Root {
  const tree = toMdast(page, { handlers, nodeHandlers: { comment: () => undefined }, document: true });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

/** A caption stands before its table as a paragraph: markdown's tables have none. */
function hoistCaption(table: Element, parent: Parents, index: number): undefined {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  if (caption?.type !== 'element') return undefined;
  table.children = table.children.filter((child) => child !== caption);
  (parent.children as ElementContent[]).splice(index, 0, { ...caption, tagName: 'p' });
  return undefined;
}

function nameOf(node: Element): string {
  return String(node.properties.name);
}

function inSigns(node: Element, script: 'superscript' | 'subscript'): { type: 'text'; value: string } | undefined {
  const value = scriptSigns(textOf(node), script);
  return value === undefined ? undefined : { type: 'text', value };
}
