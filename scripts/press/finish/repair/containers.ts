import type { Mark } from '../content/pages.ts';
import { type Element, element, type Kid, replaceKids, withKids } from '../structure/element.ts';
import { isDrawn, isGrouping, isInline } from '../structure/structure-types.ts';

/** What HTML elements are for which Chromium has no type. */
const types: ReadonlyMap<string, string> = new Map([
  ['section', 'Sect'],
  ['header', 'Sect'],
  ['footer', 'Sect'],
  ['nav', 'Sect'],
  ['aside', 'Aside'],
]);

/** Chromium has these for elements that mean nothing by themselves. */
const containers: ReadonlySet<string> = new Set(['NonStruct', 'Div']);

/**
 * Gives each container the type that it is, or takes it away and leaves what it holds. Text that stands beside blocks gets
 * a paragraph. What only decorates goes: Chromium tags borders and grounds as content of what they stand around.
 */
export function resolveContainers(document: Element): Element {
  return withParagraphsIn(resolveKids(document, 'between blocks'));
}

/** What may stand in the place of a kid. */
type Where = 'between blocks' | 'within a line' | 'in a picture';

function resolveKids(tag: Element, where: Where): Element {
  return replaceKids(tag, (kid) => {
    if (kid.kind === 'element') return resolve(kid, where);
    return kid.kind === 'content' && where !== 'in a picture' && decorates(kid.mark) ? [] : kid;
  });
}

function decorates({ units }: Mark): boolean {
  return units.every(({ paint }) => paint === 'path');
}

function resolve(tag: Element, where: Where): Kid | readonly Kid[] {
  const type = tag.identity && types.get(tag.identity.name);
  if (!containers.has(tag.type) || type !== undefined) {
    const own = type === undefined ? tag : { ...tag, type };
    if (isGrouping(own)) return withParagraphsIn(resolveKids(own, 'between blocks'));
    const isPart = where === 'in a picture' && isInline(own);
    return resolveKids(own, isPart || isDrawn(own.type) ? 'in a picture' : 'within a line');
  }
  const { kids } = resolveKids(tag, where);
  if (!kids.every(isInline)) return inLanguage(where === 'between blocks' ? withParagraphs(kids) : kids, tag);
  if (where === 'between blocks' && kids.length > 0) return { ...tag, type: 'P', kids };
  return tag.attributes.language === undefined ? kids : { ...tag, type: 'Span', kids };
}

/** What a container in another language leaves is in that language, content by a tag that says so. */
function inLanguage(kids: readonly Kid[], { attributes: { language } }: Element): readonly Kid[] {
  if (language === undefined) return kids;
  return groupRuns(
    kids,
    ({ kind }) => kind === 'content',
    (run) => element('Span', run),
  ).map((kid): Kid => {
    if (kid.kind !== 'element' || kid.attributes.language !== undefined) return kid;
    return { ...kid, attributes: { ...kid.attributes, language } };
  });
}

function withParagraphsIn(tag: Element): Element {
  return withKids(tag, withParagraphs(tag.kids));
}

function withParagraphs(kids: readonly Kid[]): readonly Kid[] {
  return kids.some(isInline) ? groupRuns(kids, isInline, (line) => element('P', line)) : kids;
}

/** Makes one of kids that follow each other and are of a sort. */
function groupRuns(
  kids: readonly Kid[],
  isOfRun: (kid: Kid) => boolean,
  grouped: (run: readonly Kid[]) => Element,
): readonly Kid[] {
  const groups: Kid[] = [];
  let run: Kid[] = [];
  const end = (): void => {
    if (run.length > 0) groups.push(grouped(run));
    run = [];
  };
  for (const kid of kids) {
    if (isOfRun(kid)) {
      run.push(kid);
    } else {
      end();
      groups.push(kid);
    }
  }
  end();
  return groups;
}
