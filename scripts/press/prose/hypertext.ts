import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toString as textOf } from 'hast-util-to-string';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  Link,
  LinkReference,
  Nodes,
  Root,
  Text as TextNode,
} from 'mdast';
import { type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { type Place, placeText } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { textPlace } from '../numbers/source-places.ts';
import { fillLabel, textIn } from '../read/labels.ts';
import { addressFault } from '../read/schemas/address.ts';
import type { Text } from '../read/schemas/common.ts';
import { splitText } from './citations.ts';
import { directiveHandlers } from './directives.ts';
import { element, hole, words } from './elements.ts';
import { parseMarkdown } from './markdown.ts';
import type { Phrasing } from './prose.ts';
import { reportSlips } from './slips.ts';
import type { PlaceOf, Writing } from './writing.ts';

/** Turns markdown into hypertext, resolving facts, citations and references on the way, in reading order. */
export function writeBody(tree: Root, placeOf: PlaceOf, writing: Writing): HastRoot {
  const handlers: Handlers = { ...markHandlers(placeOf, writing), ...directiveHandlers(placeOf, writing) };
  const whole = { ...tree, children: [...tree.children, ...writing.section.definitions] };
  const written = sanitize(toHast(whole, { handlers }), schema);
  const root: HastRoot = written.type === 'root' ? written : { type: 'root', children: [written as RootContent] };
  visit(root, 'element', (node, index, parent) => {
    if (node.tagName === 'input') asSign(node);
    if (node.tagName === 'td' || node.tagName === 'th') fillEmpty(node);
    if (isCall(node) && parent && index !== undefined) {
      const gap = gapAfter(parent.children[index - 1]);
      if (gap !== '') node.children.unshift(words(gap));
    }
    if (!blocks.has(node.tagName) || !node.position) return;
    node.properties.dataSource = placeText(placeOf(node));
  });
  return root;
}

/** Turns the inner words of a node into hypertext. */
export function writePhrasing(node: Nodes, placeOf: PlaceOf, writing: Writing): Phrasing {
  const children = 'children' in node ? node.children : [];
  const root = writeBody({ type: 'root', children: children as Root['children'] }, placeOf, writing);
  return root.children.filter(isContent).filter((child) => child.type !== 'text' || child.value !== '\n');
}

/** Turns a text of a YAML file into words within a line, marked with their place. */
export function writePhrase(text: Text, place: Place, writing: Writing): Phrasing {
  const written = textIn(text, writing.edition.language, place, writing.report);
  const placeOf: PlaceOf = ({ position }, offset = 0) => {
    const start = position?.start.offset;
    return start === undefined ? place : textPlace(writing.sourceOf(place.file), place, written, start + offset);
  };
  return [element('span', { dataSource: placeText(place) }, writeLine(written, placeOf, writing))];
}

/** Turns markdown that must fit a line (a title, a caption) into hypertext. Blocks in it are reported. */
function writeLine(markdown: string, placeOf: PlaceOf, writing: Writing): Phrasing {
  const tree = parseMarkdown(markdown);
  const placeAt = (offset: number) => {
    const point = { line: 1, column: 1, offset };
    return placeOf({ position: { start: point, end: point } });
  };
  reportSlips({ tree, markdown, placeAt }, writing);
  const [only] = tree.children;
  if (tree.children.length !== 1 || only?.type !== 'paragraph') {
    if (tree.children.length > 0) {
      writing.report({
        rule: 'directive-shape',
        place: placeOf({ position: undefined }),
        message: `"${markdown.split('\n')[0]}" is more than a line of text`,
        cure: 'write one paragraph without list, heading or table',
      });
    }
    return [words(markdown)];
  }
  return writePhrasing({ type: 'root', children: only.children }, placeOf, writing);
}

/** What text may become. Handlers never make anything else; this holds even if one has a fault. */
const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'cite'],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'id', 'className', 'ariaLabel', ['role', 'doc-noteref']],
    div: ['dataPlaced', 'dataFailed', 'dataSource'],
    img: ['src', 'alt'],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
    span: [['className', 'fact', 'claim', 'whole'], 'dataFact', 'dataCites', 'dataFailed', 'dataSource'],
    sup: [['className', 'note-call']],
    input: ['checked', ['type', 'checkbox'], ['disabled', true]],
    '*': ['id', 'lang', ['dir', 'auto']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
};

/** Blocks that carry their place in the author's file into the page. */
const blocks: ReadonlySet<string> = new Set([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'tr', 'td', 'th', 'img'],
]);

/** What can be ticked on a screen is a sign in print, which can be read aloud. */
function asSign(input: Element): void {
  const sign = input.properties.checked ? '☑' : '☐';
  Object.assign(input, { tagName: 'span', properties: {}, children: [words(sign)] });
}

/** Chromium (153) leaves an empty cell out of its row, so that the cells after it lose their column. */
function fillEmpty(cell: Element): void {
  if (cell.children.length === 0) cell.children.push(words('\u00a0'));
}

/** What stands between the call of a note and what is before it: 1 and 2 are not read as 12, nor 2020 and 3 as 20203. */
function gapAfter(before: RootContent | undefined): string {
  if (before === undefined) return '';
  if (isCall(before)) return ', ';
  return /\p{Nd}$/u.test(textOf(before)) ? '\u00a0' : '';
}

/** Whether this is the call of a note. */
function isCall(node: RootContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'sup';
}

function isContent(node: RootContent): node is ElementContent {
  return node.type === 'element' || node.type === 'text';
}

/** Handlers for what markdown itself has: headings, links, images, notes, and text with its citations. */
function markHandlers(placeOf: PlaceOf, writing: Writing): Handlers {
  return {
    text: (_state: State, node: TextNode) => writeText(node, placeOf, writing),
    heading: (state: State, node: Heading) => writeHeading(state, node, writing),
    image: (state: State, node: Image) => writeImage(state, node, placeOf(node), writing),
    link(state: State, node: Link) {
      return writeLink(node.url, state.all(node), placeOf(node), writing);
    },
    linkReference(state: State, node: LinkReference) {
      const definition: Definition | undefined = state.definitionById.get(node.identifier.toUpperCase());
      if (!definition) return state.all(node);
      return writeLink(definition.url, state.all(node), placeOf(node), writing);
    },
    footnoteReference(state: State, node: FootnoteReference) {
      const id = node.identifier.toUpperCase();
      const definition = state.footnoteById.get(id);
      // Each section has names of its own for its notes.
      const key = `${writing.section.name ?? ''} ${id}`;
      return writing.endnotes.call(key, () => (definition ? noteWords(definition, state, placeOf) : []), placeOf(node));
    },
    footnoteDefinition: () => undefined,
    html: () => undefined,
  };
}

/** The words of a note, marked with the place where they are written. */
function noteWords(definition: FootnoteDefinition, state: State, placeOf: PlaceOf): readonly ElementContent[] {
  const dataSource = placeText(placeOf(definition));
  return [element('span', { dataSource }, innerWords(state.all(definition)))];
}

/** The contents of a note's paragraphs as one run of words. */
function innerWords(children: readonly ElementContent[]): readonly ElementContent[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'element' || child.tagName !== 'p')
      return child.type === 'text' && child.value === '\n' ? [] : [child];
    return index === 0 ? child.children : [words(' '), ...child.children];
  });
}

function writeText(node: TextNode, placeOf: PlaceOf, writing: Writing): ElementContent[] {
  return splitText(node.value, writing.endnotes.isInNote() ? 'note' : 'text').flatMap((part) => {
    if (part.kind === 'words') return [words(part.text)];
    const place = placeOf(node, part.offset);
    if (part.kind === 'citation') {
      const cited = writing.endnotes.cite(part.sources, place);
      return cited.length > 0 ? cited : [hole('span', `source ${part.sources.map(({ id }) => id).join(', ')}`, place)];
    }
    writing.report({
      rule: 'note-unknown',
      place,
      message: `the note "${part.name}" is called here but not written`,
      cure: `add a line "[^${part.name}]: …" at the end of the section`,
    });
    return [hole('span', `note ${part.name}`, place)];
  });
}

function writeHeading(state: State, node: Heading, { plan }: Writing): ElementContent {
  const id = plan.anchors.ofHeading(node);
  const heading = element(`h${Math.min(node.depth + 1, 6)}`, { id }, state.all(node));
  state.patch(node, heading);
  return heading;
}

/** A link with its words; one that has none cannot be seen, and what stands in it is printed without it. */
function writeLink(
  url: string,
  children: ElementContent[],
  place: Place,
  writing: Writing,
): ElementContent | ElementContent[] {
  const text = textOf({ type: 'root', children });
  // What GFM takes for an address by its beginning is text where nothing can follow it.
  const isTyped =
    ['', 'http://', 'mailto:'].some((scheme) => url === `${scheme}${text}`) && /^(?:https?|mailto):/.test(url);
  if (isTyped && addressFault(url, 'web or mail') !== undefined) return children;
  const visible = text.replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '');
  if (visible !== '' || children.some((child) => child.type === 'element'))
    return element('a', { href: addressOf(url, place, writing) }, children);
  writing.report({
    rule: 'link-empty',
    place,
    message: `the link to "${url}" has no words that a reader could see`,
    cure: `write words between its brackets, like [the words](${url}), or take it out`,
  });
  return children;
}

/** Where a link leads in print; what a reader cannot follow is reported. */
function addressOf(url: string, place: Place, writing: Writing): string {
  if (url.startsWith('#')) {
    const written = url.slice(1);
    const id = writing.plan.anchors.ofLink(writing.section.name, written);
    writing.addLink({ id, written, place });
    return `#${id}`;
  }
  const cure = addressFault(url, 'web or mail');
  if (cure !== undefined) {
    writing.report({
      rule: 'link-target',
      place,
      message: `"${url}" is not an address that a reader can follow`,
      cure,
    });
  }
  return url;
}

function writeImage(state: State, node: Image, place: Place, writing: Writing): ElementContent {
  const typed = (node.alt ?? '').trim();
  const described = node.data?.isLiteral ? typed : writing.fillFacts(typed, place);
  if (described === '') {
    writing.report({
      rule: 'image-alt',
      place,
      message: `the image "${node.url}" has no alternative text`,
      cure: 'say between the brackets what it shows, for those who cannot see it',
    });
  }
  const { images, broken } = writing.edition;
  const path = namesOfFile(node.url).find((name) => images.has(name));
  if (path === undefined) {
    const isBroken = namesOfFile(node.url).some((name) => broken.has(`image ${name}`));
    if (isBroken) return hole('span', `image ${node.url}`, place);
    writing.report({
      rule: 'file-missing',
      place,
      message: `there is no image "${node.url}" in the edition’s folder`,
      cure: didYouMean(node.url, images.keys(), 'images'),
    });
    return hole('span', `image ${node.url}`, place);
  }
  // A figure of a PDF/UA document has an alternative text: where its author wrote none, readers hear just that.
  const alt = described || fillLabel(writing.edition.labels, 'no-description', {}, place, writing.report);
  const written = element('img', { src: path.split('/').map(encodeURIComponent).join('/'), alt }, []);
  state.patch(node, written);
  return written;
}

/** What a file may be called that an address names: as it stands, and with its escapes (%20) as what they mean. */
function namesOfFile(url: string): readonly string[] {
  const path = url.replace(/^\.\//, '');
  try {
    return [path, decodeURIComponent(path)];
  } catch {
    // A percent sign that is one.
    return [path];
  }
}
