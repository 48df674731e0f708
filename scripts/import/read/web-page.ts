import type { Element, ElementContent, Root as Page, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { ReadText, Remark, RemarkKind } from '../manuscript.ts';
import { scriptSigns } from '../structure/phrasing.ts';
import { withoutNavigation } from './page-article.ts';
import { markNotes } from './page-notes.ts';

/**
 * Reads a page of HTML as a browser or an office program saved it: its article, what it says and how it is set. Menus and
 * the like are left out and reported; so is what the page hides from its readers.
 *
 * @throws Error for a page that is nested too deeply to be one that people wrote
 */
export function readPage(html: string): ReadText {
  return readTree(() => fromHtml(html), withoutNavigation);
}

/**
 * Reads a page that was parsed: as a web page, or as what markdown shows.
 *
 * @param withoutSite takes out what is not the article, and says what that was
 * @throws Error for a page that is nested too deeply to be one that people wrote
 */
export function readTree(parse: () => Page, withoutSite: (page: Page) => readonly Remark[] = () => []): ReadText {
  const page = withinDepth(parse);
  const hidden = cleanPage(page);
  const marked = markNotes(page);
  const navigation = withoutSite(marked);
  const { remarks, ...text } = treeOfPage(marked);
  return { ...text, remarks: [...hidden, ...navigation, ...remarks] };
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
 * A page as a tree of markdown. The paragraphs that a program marks as its title are its title; the list of contents is
 * left out, for the press makes its own.
 */
function treeOfPage(page: Page): ReadText {
  const title: Element[] = [];
  const contentsLines: string[] = [];
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
    else if (element.tagName === 'p' && classes.some((name) => contents.test(name)))
      contentsLines.push(textOf(element));
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
      contentsLines.length > 0
        ? [{ kind: 'list of contents', effect: 'left out', near: '', words: contentsLines.join('\n') }]
        : [],
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

/** Elements that no reader of a page sees as its text, with what they are; undefined where nothing is lost with them. */
const notText: Readonly<Record<string, RemarkKind | undefined>> = {
  script: undefined,
  style: undefined,
  template: undefined,
  noscript: undefined,
  link: undefined,
  meta: undefined,
  title: undefined,
  math: 'formula',
  svg: 'picture',
  canvas: 'picture',
  iframe: 'object',
  object: 'object',
  embed: 'object',
  video: 'object',
  audio: 'object',
  select: 'field',
  input: 'field',
  textarea: 'field',
  button: 'navigation',
};

/** Where a page that loads its pictures late keeps their addresses. */
const lateSources = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOriginalSrc', 'dataHiResSrc'] as const;

/**
 * Takes out of a page what is not its text: scripts and styles, what it hides from its readers, formulas, drawings, players and
 * the fields of forms. A picture gets the address that its readers see.
 *
 * @param page is changed
 * @returns what readers of the edition do not find again, each with its place
 */
function cleanPage(page: Page): readonly Remark[] {
  const remarks: Remark[] = [];
  let heading = '';
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (/^h[1-6]$/.test(element.tagName)) heading = textOf(element);
    if (element.tagName === 'img' || element.tagName === 'picture') return showPicture(element, parent, index);
    if (element.tagName === 'table') remarks.push(...nestedTables(element));
    const hidden = isHidden(element);
    if (!hidden && !(element.tagName in notText)) return undefined;
    const kind = hidden ? 'hidden text' : notText[element.tagName];
    const words = wordsOf(element);
    if (kind !== undefined && (words !== '' || isShown(element, kind)))
      remarks.push({ kind, effect: 'left out', near: near(parent) || heading, words });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return remarks;
}

/** The tables that stand in cells of a table: of those only the words are kept. A table of one cell is a frame. */
function nestedTables(table: Element): readonly Remark[] {
  const inner: Element[] = [];
  let cells = 0;
  visit(table, 'element', (element) => {
    if (element !== table && element.tagName === 'table') {
      inner.push(element);
      return SKIP;
    }
    if (element.tagName === 'td' || element.tagName === 'th') cells += 1;
    return undefined;
  });
  if (cells < 2) return [];
  return inner.map((one) => {
    const words = wordsOf(one);
    return { kind: 'nested table', effect: 'changed', near: words.split(' ').slice(0, 8).join(' '), words };
  });
}

/** Whether something without words is shown all the same: a drawing that is larger than a sign, a player, a formula. */
function isShown({ tagName, properties }: Element, kind: RemarkKind): boolean {
  if (tagName === 'svg')
    return Number.parseFloat(String(properties.width ?? properties.viewBox?.toString().split(/[\s,]+/)[2] ?? 0)) > 64;
  return kind === 'object' || kind === 'formula' || kind === 'picture';
}

/** What readers see of an element, in one line: the label of a button, the letters of a formula. */
function wordsOf(element: Element): string {
  const value = element.tagName === 'input' ? String(element.properties.value ?? '') : textOf(element);
  return value.replace(/\s+/gu, ' ').trim();
}

/** The first words of a line that something stands in. */
function near(parent: Parents): string {
  const line = parent.type === 'root' || parent.tagName === 'body' ? '' : textOf(parent).replace(/\s+/gu, ' ').trim();
  return line.length > 400 ? '' : line.split(' ').slice(0, 8).join(' ');
}

/** Whether a page hides an element by its own markup, as browsers and Word do. */
function isHidden({ tagName, properties }: Element): boolean {
  const { hidden, ariaHidden, style } = properties;
  // What a page hides from screen readers alone is drawn: pictures and lines. Its words are a double or a decoration.
  if (ariaHidden === 'true' && tagName !== 'img') return true;
  if (hidden === true || hidden === '' || hidden === 'hidden') return true;
  const rules = typeof style === 'string' ? style.replace(/\s+/g, '').toLowerCase() : '';
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)(?:!important)?(?:;|$)/.test(rules);
}

/** Gives a picture the address of its largest form, and puts it in the place of the element around its forms. */
function showPicture(element: Element, parent: Parents, index: number): [typeof SKIP, number] | undefined {
  const images: Element[] = [];
  const sets: string[] = [];
  visit(element, 'element', (one) => {
    if (one.tagName === 'img') images.push(one);
    for (const set of [one.properties.srcSet, one.properties.dataSrcSet, one.properties.dataSrcset]) {
      if (typeof set === 'string' || Array.isArray(set)) sets.push(String(set));
    }
  });
  const [image] = images;
  if (!image) {
    parent.children.splice(index, 1);
    return [SKIP, index];
  }
  const { src } = image.properties;
  const late = lateSources.map((name) => image.properties[name]).find((value) => typeof value === 'string');
  const shown = typeof src === 'string' && src !== '' && !isPlaceholder(src) ? src : undefined;
  const found = shown ?? late ?? largestOf(sets) ?? src;
  const { alt } = image.properties;
  parent.children[index] = {
    type: 'element',
    tagName: 'img',
    properties: { src: String(found ?? ''), ...(alt === undefined ? {} : { alt }) },
    children: [],
  } satisfies ElementContent;
  return [SKIP, index + 1];
}

/** A picture of a few bytes that keeps the place of one that is loaded later. */
function isPlaceholder(source: string): boolean {
  return (
    (source.startsWith('data:') && source.length < 400) ||
    /\b(?:blank|spacer|placeholder|pixel)\.(?:gif|png|svg)\b/i.test(source)
  );
}

/** The largest picture of sets of candidates: "small.jpg 480w, large.jpg 960w" (HTML, srcset). */
function largestOf(sets: readonly string[]): string | undefined {
  const candidates = sets
    .flatMap((set) => set.split(/,\s+/))
    .map((candidate) => /^\s*(\S+?),?(?:\s+([\d.]+)[wx])?\s*$/.exec(candidate))
    .flatMap((match) => (match?.[1] === undefined ? [] : [{ url: match[1], size: Number(match[2] ?? 1) }]));
  return candidates.toSorted((a, b) => b.size - a.size)[0]?.url;
}
