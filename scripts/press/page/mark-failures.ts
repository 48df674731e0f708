import type { Element, Nodes, Parents, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { type Diagnostic, type Place, placeFromText, placeText } from '../diagnostics/diagnostic.ts';

/** What a proof is marked with: the errors of its edition, and where its facts stand in their file. */
export interface Failures {
  readonly errors: readonly Diagnostic[];
  /** The first and the last line of a fact of facts.yaml; undefined where there is none of that name. */
  readonly linesOfFact: (name: string) => readonly [first: number, last: number] | undefined;
}

/**
 * The page of a proof: where something failed stands a mark with the sentence that the press says of it. What is left out has
 * its mark in its place; what is printed and wrong has it behind its words, or at the end of the block that it stands in. An
 * error of a file that nothing on the page comes from, such as a template, has none here.
 *
 * @param html a whole document, with its places as data-source and its holes as data-failed
 */
export function markFailures(html: string, failures: Failures): string {
  const tree = fromHtml(html);
  const marked = new Set<Diagnostic>();
  visit(tree, 'element', (element, index, parent) => {
    const { dataFailed } = element.properties;
    if (typeof dataFailed !== 'string' || !parent || index === undefined) return undefined;
    const reasons = reasonsFor(dataFailed, placeFromText(element.properties.dataSource), failures);
    for (const reason of reasons) marked.add(reason);
    parent.children.splice(index, 1, mark(sentenceOf(dataFailed, reasons), element));
    return [SKIP, index + 1];
  });
  const spots = spotsIn(tree);
  for (const error of failures.errors) if (!marked.has(error)) markSpot(spots, error);
  closeHeadings(tree);
  return toHtml(tree);
}

/** Headings of which none skips a level: a document with one that does is refused when it is finished (ISO 14289-1, 7.4.2). */
function closeHeadings(tree: Root): void {
  let before = 0;
  visit(tree, 'element', (element) => {
    if (!headings.has(element.tagName)) return;
    before = Math.min(Number(element.tagName.slice(1)), before + 1);
    element.tagName = `h${before}`;
  });
}

/** Why something is not there: what was said of its own place, of its line, of its file or entry, or of the data. */
function reasonsFor(
  failed: string,
  place: Place | undefined,
  { errors, linesOfFact }: Failures,
): readonly Diagnostic[] {
  const [kind = '', name = ''] = failed.split(/ (.*)/s);
  const lines = kind === 'fact' ? linesOfFact(name) : undefined;
  const ways: readonly ((error: Diagnostic) => boolean)[] = [
    (error) => place !== undefined && placeText(error.place) === placeText(place),
    (error) => error.place.file.endsWith(`/${kind}s/${name}.yaml`),
    (error) =>
      lines !== undefined &&
      error.place.file.endsWith('/facts.yaml') &&
      error.place.line >= lines[0] &&
      error.place.line <= lines[1],
    (error) => name !== '' && error.message.includes(`${kind} "${name}"`),
    (error) => error.place.file === place?.file && error.place.line === place.line,
    (error) => kind === 'fact' && error.place.file.endsWith('/facts.yaml') && error.rule === 'yaml-syntax',
    (error) => error.place.file.startsWith('data/'),
  ];
  return ways.map((is) => errors.filter(is)).find((found) => found.length > 0) ?? [];
}

/** At most so many sentences stand in one mark; the list of the proof has them all. */
const mostSentences = 3;

function sentenceOf(failed: string, reasons: readonly Diagnostic[]): string {
  const [kind = '', name = ''] = failed.split(/ (.*)/s);
  const what = name === '' ? kind : `${kind} "${name}"`;
  const messages = [...new Set(reasons.map(({ message }) => message))].slice(0, mostSentences);
  if (messages.length === 0) return `the ${what} is not there`;
  const sentence = messages.join('; ');
  return name === '' || sentence.includes(`"${name}"`) ? sentence : `the ${what}: ${sentence}`;
}

/** An element that a mark can stand behind, or at the end of. */
interface Spot {
  readonly element: Element;
  readonly parent: Parents;
  readonly place: Place;
}

/** Words within a line: a mark stands behind them. */
const phrasing: ReadonlySet<string> = new Set(['span', 'a', 'cite', 'em', 'strong', 'code', 'img']);
/** Blocks of words: a mark stands at their end. */
const blocks: ReadonlySet<string> = new Set(['p', 'li', 'td', 'th']);
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function spotsIn(tree: Root): readonly Spot[] {
  const spots: Spot[] = [];
  visit(tree, 'element', (element: Element, _index, parent) => {
    if (element.tagName === 'svg' || element.tagName === 'head') return SKIP;
    const place = placeFromText(element.properties.dataSource);
    const { tagName } = element;
    // A note has the place of its call: what is wrong there stands with the call.
    if (element.properties.role === 'doc-endnote') return undefined;
    const holds = phrasing.has(tagName) || blocks.has(tagName) || headings.has(tagName);
    if (place && parent && holds && !isMark(element)) spots.push({ element, parent, place });
    return undefined;
  });
  return spots;
}

/** Marks what stands where an error is; else the last block of its file that begins before it; else what stands nearest. */
function markSpot(spots: readonly Spot[], { place, message }: Diagnostic): void {
  const ofFile = spots.filter((spot) => spot.place.file === place.file);
  const before = ofFile.filter((spot) => !isAfter(spot.place, place));
  const spot =
    before.find((one) => placeText(one.place) === placeText(place)) ??
    lastOf(before.filter(({ element }) => !phrasing.has(element.tagName))) ??
    lastOf(before) ??
    ofFile[0];
  if (!spot) return;
  const { element, parent } = spot;
  if (blocks.has(element.tagName)) {
    element.children.push({ type: 'text', value: ' ' }, mark(message, undefined));
    return;
  }
  const index = (parent.children as readonly Nodes[]).indexOf(element);
  const isHeading = headings.has(element.tagName);
  const added = isHeading
    ? [paragraph(mark(message, undefined))]
    : [{ type: 'text' as const, value: ' ' }, mark(message, undefined)];
  parent.children.splice(index + 1, 0, ...added);
}

/** The last by its place; of those that begin together, the innermost, which comes later in the page. */
function lastOf(spots: readonly Spot[]): Spot | undefined {
  return spots.reduce<Spot | undefined>(
    (best, spot) => (best && isAfter(best.place, spot.place) ? best : spot),
    undefined,
  );
}

function isAfter(one: Place, other: Place): boolean {
  return one.line > other.line || (one.line === other.line && one.column > other.column);
}

/** The sentence in brackets, in the press's own language; a block of its own where a block is missing. */
function mark(sentence: string, instead: Element | undefined): Element {
  const words: Element = {
    type: 'element',
    tagName: 'span',
    properties: {
      className: ['proof-mark'],
      lang: 'en',
      ...(instead?.properties.dataSource !== undefined && { dataSource: instead.properties.dataSource }),
    },
    children: [{ type: 'text', value: `[${sentence}]` }],
  };
  if (instead?.tagName !== 'div') return words;
  return { type: 'element', tagName: 'div', properties: { className: ['proof-block'] }, children: [paragraph(words)] };
}

function paragraph(words: Element): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [words] };
}

function isMark({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('proof-mark');
}
