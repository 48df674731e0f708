import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { foldMarks } from '../../press/text-matching.ts';
import type { StructureElement, StructureNode, TaggedPdf } from './structure.ts';

/**
 * Holds what the tags of a PDF say against what its page says: the same words in the same order, in capitals only where the
 * page has them, as many headings, lists, tables, figures, links and notes, and each passage in another language in its own.
 *
 * @returns a sentence for each difference
 */
export function compareSpoken(page: SpokenPage, pdf: SpokenPdf): readonly string[] {
  return [
    ...compareTexts(page.texts, pdf.texts),
    ...compareCounts(page.counts, pdf.counts),
    ...comparePassages(page.passages, pdf.passages),
  ];
}

/** The most characters that are shown around a difference. */
const mostShown = 40;

/** Only the first difference is reported: after it nothing stands where it should. */
function compareTexts(wanted: readonly string[], spoken: readonly SpokenText[]): readonly string[] {
  const whole = foldMarks(wanted.join(''));
  let at = 0;
  for (const { text, kind } of spoken) {
    const folded = foldMarks(text);
    if (whole.startsWith(folded, at)) at += folded.length;
    else if (kind === 'text') {
      const same = commonStart(folded, whole.slice(at));
      const shown = [whole.slice(at + same), folded.slice(same)].map((rest) => rest.slice(0, mostShown));
      const before = whole.slice(Math.max(0, at + same - mostShown), at + same);
      return [`after “${before}” the page says “${shown[0]}” and the tags “${shown[1]}”`];
    }
  }
  return at === whole.length ? [] : [`the tags end before “${whole.slice(at, at + mostShown)}”`];
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function compareCounts(page: Counts, pdf: Counts): readonly string[] {
  return [...new Set([...page.keys(), ...pdf.keys()])].sort().flatMap((part) => {
    const [wanted, found] = [page.get(part) ?? 0, pdf.get(part) ?? 0];
    return wanted === found ? [] : [`the page has ${wanted} × ${part}, the tags ${found}`];
  });
}

function comparePassages(page: Passages, pdf: Passages): readonly string[] {
  return [...new Set([...page.keys(), ...pdf.keys()])].sort().flatMap((language) => {
    const [wanted, found] = [page, pdf].map((passages) => foldMarks(passages.get(language) ?? ''));
    if (wanted === found) return [];
    return [`in the language ${language} the page says “${wanted}” and the tags “${found}”`];
  });
}

/** Parts of a page or a PDF that are counted: "H2", "table", "link" … */
type Counts = ReadonlyMap<string, number>;

/** Texts by their languages, BCP 47 tags. */
type Passages = ReadonlyMap<string, string>;

/** What a page says, as it is to be read aloud. */
export interface SpokenPage {
  /** Texts and alternative texts, in reading order. */
  readonly texts: readonly string[];
  readonly counts: Counts;
  /** What it says in other languages than its own, all together, by the language. */
  readonly passages: Passages;
}

const headings = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;

/** Elements whose contents are not read. */
const silent = new Set(['head', 'script', 'style', 'template', 'title', 'desc', 'metadata', 'defs']);
/** What elements of HTML are counted as. */
const elementParts: ReadonlyMap<string, string> = new Map([
  ['ul', 'list'],
  ['ol', 'list'],
  ['li', 'list entry'],
  ['table', 'table'],
  ['tr', 'table row'],
  ['th', 'table head'],
  ['td', 'table cell'],
  ...headings.map((heading): [string, string] => [heading.toLowerCase(), heading]),
]);

/** Reads a page as a screen reader would read its print: a picture by its alternative text, and nothing within it. */
export function readPage(html: string): SpokenPage {
  const texts: string[] = [];
  const passages = new Map<string, string>();
  let [own, language] = ['', ''];
  const say = (text: string): void => {
    texts.push(text);
    if (language !== own) passages.set(language, `${passages.get(language) ?? ''}${text}`);
  };
  const counts = new Map<string, number>();
  const count = (part: string) => void counts.set(part, (counts.get(part) ?? 0) + 1);
  const visit = (node: Root | RootContent | ElementContent): void => {
    if (node.type === 'text') say(node.value);
    else if (node.type === 'root') for (const child of node.children) visit(child);
    else if (node.type === 'element') visitElement(node);
  };
  const visitElement = (element: Element): void => {
    const { tagName, properties, children } = element;
    if (silent.has(tagName) || properties.hidden) return;
    const part = elementParts.get(tagName);
    if (part !== undefined) count(part);
    if (tagName === 'a' && properties.href !== undefined) count('link');
    if (tagName === 'li' && /^note-\d+$/.test(String(properties.id ?? ''))) count('note');
    const around = language;
    // What a page carries past the printer stands behind its language.
    if (properties.lang !== undefined) language = String(properties.lang).replace(/(?:-x)?-n\d+$/, '');
    if (tagName === 'html') own = language;
    const alt = alternativeOf(element);
    if (alt === undefined) for (const child of children) visit(child);
    else if (alt !== '') {
      count('figure');
      say(alt);
    }
    language = around;
  };
  visit(fromHtml(html));
  return { texts, counts, passages };
}

/** What is said in place of an element; empty for one that is decoration, undefined for one that is read itself. */
function alternativeOf({ tagName, properties }: Element): string | undefined {
  if (tagName === 'img') return String(properties.alt ?? '');
  if (tagName === 'svg') return String(properties.ariaLabel ?? '');
  return undefined;
}

/** A text that the tags of a PDF say. */
interface SpokenText {
  readonly text: string;
  /** A list's mark ("1.", "•") is said, and is not in the HTML. */
  readonly kind: 'text' | 'mark';
}

/** What the tags of a PDF say, in their order. */
interface SpokenPdf {
  readonly texts: readonly SpokenText[];
  readonly counts: Counts;
  /** What they say in other languages than the document's, all together, by the language. */
  readonly passages: Passages;
}

/** What the tags of a PDF are counted as. */
const tagParts: ReadonlyMap<string, string> = new Map([
  ['L', 'list'],
  ['TOC', 'list'],
  ['LI', 'list entry'],
  ['TOCI', 'list entry'],
  ['Note', 'note'],
  ['Figure', 'figure'],
  ['Table', 'table'],
  ['TR', 'table row'],
  ['TH', 'table head'],
  ['TD', 'table cell'],
  ...headings.map((heading): [string, string] => [heading, heading]),
]);

/** Reads the tags of a PDF as a screen reader would: what stands for a part is said in its place (ISO 32000-1, 14.9.3-4). */
export function readSpoken({ structure, texts }: TaggedPdf): SpokenPdf {
  const spoken: SpokenText[] = [];
  const counts = new Map<string, number>();
  const passages = new Map<string, string>();
  let language = '';
  const say = (text: string, kind: SpokenText['kind']): void => {
    spoken.push({ text, kind });
    if (language !== '' && kind === 'text') passages.set(language, `${passages.get(language) ?? ''}${text}`);
  };
  const visit = (node: StructureNode, kind: SpokenText['kind']): void => {
    if (node.kind === 'mark') say(texts.get(node.key) ?? '', kind);
    if (node.kind !== 'element') return;
    const around = language;
    // That of the whole is no other.
    if (node.language !== undefined && node.type !== 'Document') language = node.language;
    const part = partOf(node);
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1);
    const instead = node.actualText ?? (node.type === 'Figure' || node.type === 'Formula' ? node.alt : undefined);
    if (instead !== undefined) say(instead, kind);
    else for (const kid of node.kids) visit(kid, node.type === 'Lbl' ? 'mark' : kind);
    language = around;
  };
  for (const node of structure) visit(node, 'text');
  return { texts: spoken, counts, passages };
}

/** A link counts where it can be clicked. */
function partOf(element: StructureElement): string | undefined {
  if (element.type !== 'Link') return tagParts.get(element.type);
  return element.kids.some(isClickable) ? 'link' : undefined;
}

function isClickable(node: StructureNode): boolean {
  return node.kind === 'annotation' || (node.kind === 'element' && node.kids.some(isClickable));
}
