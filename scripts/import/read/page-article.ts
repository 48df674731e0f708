import { Readability } from '@mozilla/readability';
import type { Element, Root as Page, Parents } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { parseHTML } from 'linkedom';
import { SKIP, visit } from 'unist-util-visit';
import type { Remark } from '../manuscript.ts';

/** Parts of a page that belong to its site, not to its article. */
const siteTags: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'form', 'dialog']);
const siteRoles: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);

/** Names of classes by which sites mark links to share a page with others, and the way to it from their first page. */
const sharing = /(?:^|[\s_-])(?:share|sharing|sharedaddy|addtoany|addthis|social)(?:$|[\s_-])/i;
const wayHere = /(?:^|[\s_-])breadcrumbs?(?:$|[\s_-])/i;

/** Letters beside its links that a block of links to share may have: “Share this:”. */
const mostBesideLinks = 40;

/** The share of the text outside of links that Readability may leave out; more, and the page keeps all. */
const mostLeft = 0.15;

/** Letters that may stand between the title of a page and its article: the names, the date, the word “Share”. */
const mostBetween = 600;

/**
 * Takes out of a page that was saved from the web what is not its article: menus, the head and foot of the site, offers to
 * read more. Mozilla's Readability says where the article stands; what stands within stays, since Readability drops tables
 * and lists of an article, too. A page without such parts, as office programs write it, stays whole.
 *
 * @param page is changed
 * @returns what was taken out, each with the heading before it
 */
export function withoutNavigation(page: Page): readonly Remark[] {
  const parents = parentsIn(page);
  const site = siteParts(page, parents);
  if (site.size === 0) return [];
  const article = articleIn(page, parents, site);
  const within = article === undefined ? undefined : elementsIn(article);
  const around = article === undefined ? [] : ancestorsOf(article, parents);
  const remarks: Remark[] = [];
  let heading = '';
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined || pageTags.has(element.tagName) || around.includes(element)) return undefined;
    if (/^h[1-6]$/.test(element.tagName)) heading = textOf(element).trim();
    // The texts of notes stand at the end of the page now, whole.
    if (element.tagName === 'note-text') return SKIP;
    const isOut = site.has(element) || (within !== undefined && !within.has(element));
    if (!isOut) return undefined;
    const words = wordsOf(element);
    if (words !== '') remarks.push({ kind: 'navigation', effect: 'left out', near: heading, words });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return remarks;
}

/** The words of an element, apart where its elements are: entries of a menu have no blank between them. */
function wordsOf(element: Element): string {
  const parts: string[] = [];
  visit(element, 'text', ({ value }) => {
    parts.push(value);
  });
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}

const pageTags: ReadonlySet<string> = new Set(['html', 'head', 'body']);

function parentsIn(page: Page): ReadonlyMap<Element, Parents> {
  const parents = new Map<Element, Parents>();
  visit(page, 'element', (element, _index, parent) => {
    if (parent) parents.set(element, parent);
  });
  return parents;
}

function ancestorsOf(element: Element, parents: ReadonlyMap<Element, Parents>): readonly Element[] {
  const parent = parents.get(element);
  return parent?.type === 'element' ? [parent, ...ancestorsOf(parent, parents)] : [];
}

function elementsIn(element: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  visit(element, 'element', (one) => {
    found.add(one);
  });
  return found;
}

/** The elements that are parts of a site by their own markup, with all within them. */
function siteParts(page: Page, parents: ReadonlyMap<Element, Parents>): ReadonlySet<Element> {
  const found = new Set<Element>();
  visit(page, 'element', (element) => {
    if (!isOfSite(element, parents)) return undefined;
    for (const one of elementsIn(element)) found.add(one);
    return SKIP;
  });
  return found.size === 0 ? found : new Set([...found, ...linksBeforeTitle(page, found)]);
}

/** Blocks of nothing but links that stand before the only title of a page: categories, or a way back. */
function linksBeforeTitle(page: Page, site: ReadonlySet<Element>): readonly Element[] {
  const before: Element[] = [];
  let titles = 0;
  visit(page, 'element', (element) => {
    if (pageTags.has(element.tagName)) return undefined;
    if (site.has(element)) return SKIP;
    if (element.tagName === 'h1' && textOf(element).trim() !== '') titles += 1;
    const isLinks = titles === 0 && linksIn(element).length > 0 && ownText(element) === 0;
    if (!isLinks || holdsTitle(element)) return undefined;
    before.push(...elementsIn(element));
    return SKIP;
  });
  return titles === 1 ? before : [];
}

function holdsTitle(element: Element): boolean {
  return [...elementsIn(element)].some(({ tagName }) => /^(?:h[1-6]|img|picture)$/.test(tagName));
}

/** Notes of an article, and what an article itself has at its head, are not parts of the site. */
function isOfSite(element: Element, parents: ReadonlyMap<Element, Parents>): boolean {
  const role = String(element.properties.role ?? '');
  if (role.startsWith('doc-')) return false;
  if (siteRoles.has(role)) return true;
  const names = [element.properties.className, element.properties.id].flat().join(' ');
  if (wayHere.test(names)) return true;
  if (sharing.test(names) && linksIn(element).length > 0 && ownText(element) <= mostBesideLinks) return true;
  if (element.tagName === 'header') {
    const inArticle = ancestorsOf(element, parents).some(({ tagName }) => tagName === 'article' || tagName === 'main');
    return !inArticle && linksIn(element).length > 2;
  }
  // Some programs put the whole page into a form.
  return element.tagName === 'form' ? ownText(element) < 200 : siteTags.has(element.tagName);
}

/** The element that holds the article with its title; undefined where it would leave out text of the page itself. */
function articleIn(
  page: Page,
  parents: ReadonlyMap<Element, Parents>,
  site: ReadonlySet<Element>,
): Element | undefined {
  const elements = [...parents.keys()];
  const kept = numbersKept(page, elements).flatMap((number) => elements[number] ?? []);
  const common = commonAncestor(kept.filter(isTextBlock), parents);
  if (!common || pageTags.has(common.tagName)) return undefined;
  const article = withTitle(common, page, parents, site);
  const within = elementsIn(article);
  const blocks = elements.filter((one) => isTextBlock(one) && !site.has(one));
  const letters = (some: readonly Element[]) => some.reduce((sum, one) => sum + ownText(one), 0);
  const left = letters(blocks.filter((one) => !within.has(one)));
  return left <= letters(blocks) * mostLeft ? article : undefined;
}

/** The numbers of those elements of a page that Readability keeps. */
function numbersKept(page: Page, elements: readonly Element[]): readonly number[] {
  const mark = 'data-element-of-page';
  elements.forEach((element, index) => {
    element.properties[mark] = String(index);
  });
  const { document } = parseHTML(toHtml(page));
  for (const element of elements) delete element.properties[mark];
  const serializer = (node: Node) =>
    [...(node as HTMLElement).querySelectorAll(`[${mark}]`)].map((element) => Number(element.getAttribute(mark)));
  return new Readability(document, { serializer, disableJSONLD: true }).parse()?.content ?? [];
}

/** The innermost element around all; of one element alone, the one around it. */
function commonAncestor(some: readonly Element[], parents: ReadonlyMap<Element, Parents>): Element | undefined {
  const [first, ...others] = some.map((element) => ancestorsOf(element, parents));
  const sets = others.map((ancestors) => new Set(ancestors));
  return first?.find((element) => sets.every((ancestors) => ancestors.has(element)));
}

/** The article with the title of the page and what stands between, if the title stands shortly before it. */
function withTitle(
  article: Element,
  page: Page,
  parents: ReadonlyMap<Element, Parents>,
  site: ReadonlySet<Element>,
): Element {
  const within = elementsIn(article);
  if ([...within].some(({ tagName }) => tagName === 'h1')) return article;
  const titles: Element[] = [];
  visit(page, 'element', (element) => {
    if (element.tagName === 'h1' && textOf(element).trim() !== '' && !site.has(element)) titles.push(element);
  });
  const [title, ...more] = titles;
  if (!title || more.length > 0) return article;
  const around = commonAncestor([title, article], parents);
  if (!around || pageTags.has(around.tagName)) return article;
  const between = textOutside(around, new Set([article, ...site]));
  return between <= mostBetween ? around : article;
}

/** Letters of an element, without those of some that stand in it. */
function textOutside(element: Element, without: ReadonlySet<Element>): number {
  let letters = 0;
  visit(element, (node) => {
    if (node.type === 'element' && without.has(node)) return SKIP;
    if (node.type === 'text') letters += node.value.trim().length;
    return undefined;
  });
  return letters;
}

const textBlocks: ReadonlySet<string> = new Set([
  ...['p', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'blockquote', 'figcaption'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** A block that holds words and no other such block: text is counted once. A division counts with a sentence of its own. */
function isTextBlock(element: Element): boolean {
  if (!textBlocks.has(element.tagName)) {
    const own = element.children.flatMap((child) => (child.type === 'text' ? [child.value.trim()] : [])).join(' ');
    return (element.tagName === 'div' || element.tagName === 'section') && own.length >= 100;
  }
  return ![...elementsIn(element)].some((one) => one !== element && textBlocks.has(one.tagName));
}

/** Letters of an element outside of links: menus are links. */
function ownText(element: Element): number {
  return textOutside(element, new Set(linksIn(element)));
}

function linksIn(element: Element): readonly Element[] {
  return [...elementsIn(element)].filter(({ tagName }) => tagName === 'a');
}
