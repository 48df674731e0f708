import { type Element, element, type Kid } from '../structure/element.ts';
import { isGrouping, isInline } from '../structure/kinds.ts';

/** What HTML elements are for which Chromium has no type. */
const types: ReadonlyMap<string, string> = new Map([
  ['section', 'Sect'],
  ['header', 'Sect'],
  ['footer', 'Sect'],
  ['nav', 'Sect'],
  ['aside', 'Aside'],
]);

/** Chromium has these for runs of text and for elements that mean nothing by themselves. */
const containers: ReadonlySet<string> = new Set(['NonStruct', 'Div']);

/**
 * Gives each container the type that it is, or takes it away and leaves what it holds. Text that stands beside blocks
 * gets a paragraph.
 */
export function resolveContainers(document: Element): Element {
  return { ...document, kids: withParagraphs(document.kids.flatMap((kid) => resolve(kid, 'between blocks'))) };
}

/** What may stand in the place of a kid. */
type Where = 'between blocks' | 'within a line';

function resolve(kid: Kid, where: Where): readonly Kid[] {
  if (kid.kind !== 'element') return [kid];
  const type = kid.identity && types.get(kid.identity.name);
  if (!containers.has(kid.type) || type !== undefined) {
    const own = type === undefined ? kid : { ...kid, type };
    if (!isGrouping(own)) return [{ ...own, kids: own.kids.flatMap((inner) => resolve(inner, 'within a line')) }];
    return [{ ...own, kids: withParagraphs(own.kids.flatMap((inner) => resolve(inner, 'between blocks'))) }];
  }
  const kids = kid.kids.flatMap((inner) => resolve(inner, where));
  if (!kids.every(isInline)) return where === 'between blocks' ? withParagraphs(kids) : kids;
  const isElement = kid.kids.some((inner) => inner.kind === 'element');
  if (where === 'between blocks' && isElement && kids.length > 0) return [{ ...kid, type: 'P', kids }];
  return kid.attributes.language === undefined ? kids : [{ ...kid, type: 'Span', kids }];
}

function withParagraphs(kids: readonly Kid[]): readonly Kid[] {
  const blocks: Kid[] = [];
  let line: Kid[] = [];
  const end = (): void => {
    if (line.length > 0) blocks.push(element('P', line));
    line = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) {
      line.push(kid);
    } else {
      end();
      blocks.push(kid);
    }
  }
  end();
  return blocks;
}
