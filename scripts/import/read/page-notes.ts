import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Blocks that hold the text of one note, from the innermost. */
const noteBlocks: ReadonlySet<string> = new Set(['li', 'aside', 'p', 'div', 'dd']);

/**
 * Turns the notes of a page into `note-call` and `note-text` elements with the same `name`, the texts at its end. Word,
 * LibreOffice, pandoc and GitHub have a form each; all link the call to the text and the text back to the call.
 */
export function markNotes(page: Root): Root {
  const parents = new Map<Element, Element>();
  const named = new Map<string, Element>();
  visit(page, 'element', (element, _index, parent) => {
    if (parent?.type === 'element') parents.set(element, parent);
    for (const name of [element.properties.id, element.properties.name]) {
      if (typeof name === 'string' && !named.has(name)) named.set(name, element);
    }
  });
  const texts = new Map<Element, string>();
  const calls = new Map<Element, string>();
  visit(page, 'element', (link) => {
    const target = targetOf(link, named);
    // Both ends have the same form; the call comes first.
    const inText = [...texts.keys()].some((text) => isWithin(link, text, parents));
    if (!target || inText || !/^[[(]?[\p{L}\d*†‡]{1,6}[\])]?$/u.test(textOf(link).trim())) return;
    const block = noteBlock(target, parents);
    if (!block || isWithin(link, block, parents) || !leadsTo(block, link, named, parents)) return;
    const name = texts.get(block) ?? `note-${texts.size + 1}`;
    texts.set(block, name);
    const parent = parents.get(link);
    // What stands in the raised part with the number is the number's.
    const raised = parent?.tagName === 'sup' && textOf(parent).trim() === textOf(link).trim();
    calls.set(raised && parent ? parent : link, name);
  });
  const ends = [...texts].map(
    ([block, name]): Element => ({
      type: 'element',
      tagName: 'note-text',
      properties: { name },
      children: withoutWayBack(block),
    }),
  );
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return;
    const call = calls.get(element);
    if (call !== undefined) {
      parent.children[index] = { type: 'element', tagName: 'note-call', properties: { name: call }, children: [] };
    } else if (texts.has(element)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
  const body = bodyOf(page);
  body.children.push(...ends);
  return page;
}

function bodyOf(page: Root): { children: Root['children'] | ElementContent[] } {
  let body: { children: Root['children'] | ElementContent[] } = page;
  visit(page, 'element', (element) => {
    if (element.tagName === 'body') body = element;
  });
  return body;
}

function targetOf(link: Element, named: ReadonlyMap<string, Element>): Element | undefined {
  const { href } = link.properties;
  return link.tagName === 'a' && typeof href === 'string' && href.startsWith('#')
    ? (named.get(href.slice(1)) ?? named.get(decodeURIComponent(href.slice(1))))
    : undefined;
}

function noteBlock(target: Element, parents: ReadonlyMap<Element, Element>): Element | undefined {
  for (let block: Element | undefined = target; block; block = parents.get(block)) {
    if (!noteBlocks.has(block.tagName)) continue;
    const around = parents.get(block);
    // A program that names a division for each note has all its paragraphs in there.
    const whole =
      around?.tagName === 'div' && /^(s?d?(foot|end)note|[fe]tn|edn|fn)[\w-]*\d/i.test(String(around.properties.id));
    return whole ? around : block;
  }
  return undefined;
}

function isWithin(element: Element, block: Element, parents: ReadonlyMap<Element, Element>): boolean {
  for (let at: Element | undefined = element; at; at = parents.get(at)) if (at === block) return true;
  return false;
}

/** Whether a link within the block leads back to the call: to it, to what it stands in or to what stands in it. */
function leadsTo(
  block: Element,
  call: Element,
  named: ReadonlyMap<string, Element>,
  parents: ReadonlyMap<Element, Element>,
): boolean {
  let found = false;
  visit(block, 'element', (link) => {
    const back = targetOf(link, named);
    if (!back) return;
    const near = [call, parents.get(call), ...call.children];
    found ||= near.includes(back) || parents.get(back) === parents.get(call);
  });
  return found;
}

/** The text of a note without the link that leads back, and without what that leaves empty. */
function withoutWayBack(block: Element): ElementContent[] {
  const children = block.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const { href } = child.properties;
    const mark = textOf(child).trim();
    const isBack = child.tagName === 'a' && typeof href === 'string' && href.startsWith('#') && mark.length <= 6;
    if (isBack) return [];
    const inner = withoutWayBack(child);
    return inner.length === 0 && child.children.length > 0 ? [] : [{ ...child, children: inner }];
  });
  return children;
}
