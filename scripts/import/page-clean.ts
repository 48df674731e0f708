import type { Element, ElementContent, Root as Page, Parents } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Remark, RemarkKind } from './manuscript.ts';

/** Elements that no reader of a page sees as its text, with what they are; undefined where nothing is lost with them. */
const unseen: Readonly<Record<string, RemarkKind | undefined>> = {
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
export function cleanPage(page: Page): readonly Remark[] {
  const remarks: Remark[] = [];
  let heading = '';
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (/^h[1-6]$/.test(element.tagName)) heading = textOf(element);
    if (element.tagName === 'img' || element.tagName === 'picture') return showPicture(element, parent, index);
    if (element.tagName === 'table') remarks.push(...nestedTables(element));
    const hidden = isHidden(element);
    if (!hidden && !(element.tagName in unseen)) return undefined;
    const kind = hidden ? 'hidden text' : unseen[element.tagName];
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

/** Whether something without words is seen all the same: a drawing that is larger than a sign, a player, a formula. */
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
