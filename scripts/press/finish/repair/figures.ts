import type { Unit } from '../content/content.ts';
import { type Box, joined } from '../content/geometry.ts';
import { boxOnPage, type Mark } from '../content/pages.ts';
import { type Element, element, type Kid, marksUnder, withKids } from '../structure/element.ts';
import type { Rule } from './rule.ts';

/**
 * A figure of HTML holds a picture, its caption, and more; Chromium makes a `Figure` of it as well as of the picture. A
 * program that reads the alternative text of a `Figure` leaves out all that is in it, so that only the picture is one: its
 * caption stands beside it, and so do links, which a reader follows.
 *
 * @throws Error when text of a picture stands after that of a link in it, with their page
 */
export const groupFigures: Rule = {
  types: ['Figure'],
  repair(figure): Element {
    const { alt, ...attributes } = figure.attributes;
    if (alt !== undefined && !figure.kids.some(holdsBlocks)) {
      const links = figure.kids.flatMap(linksUnder);
      const picture = figure.kids.flatMap(contentOf);
      return links.length === 0 ? withKids(figure, picture) : withLinks(figure, picture, links);
    }
    return figure.kids.some((kid) => kid.kind === 'element') ? { ...figure, type: 'Div', attributes } : figure;
  },
};

/** Whether a kid is more than a part of a picture. */
function holdsBlocks(kid: Kid): boolean {
  return (
    kid.kind === 'element' &&
    (['Figure', 'Caption', 'Table', 'P', 'L'].includes(kid.type) || kid.kids.some(holdsBlocks))
  );
}

/** What is drawn in a kid, but for its links. */
function contentOf(kid: Kid): readonly Kid[] {
  if (kid.kind !== 'element') return kid.kind === 'content' ? [kid] : [];
  return kid.type === 'Link' ? [] : kid.kids.flatMap(contentOf);
}

/** The links in a kid. Chromium has no tag for those of a picture that has one alternative text: they get the same. */
function linksUnder(kid: Kid): readonly Element[] {
  if (kid.kind === 'content') return [];
  if (kid.kind === 'annotation') return [element('Link', [kid])];
  return kid.type === 'Link' ? [kid] : kid.kids.flatMap(linksUnder);
}

/** A picture with its links beside it; one that is all of it has the picture in it. */
function withLinks(figure: Element, picture: readonly Kid[], links: readonly Element[]): Element {
  const { language } = figure.attributes;
  const own = links.map((link) => withPicture(link, figure, picture.length > 0 ? 'text stays' : 'all is drawn'));
  const rest = picture.length > 0 ? [{ ...figure, kids: picture }] : [];
  const group = element('Div', [...rest, ...own], language === undefined ? {} : { language });
  const before = textIn(figure);
  if (textIn(group).some((unit, index) => unit !== before[index])) {
    const page = marksUnder(figure)[0]?.stream.page;
    throw new Error(`a picture on page ${page} has text after that of a link in it: make a link of the whole picture`);
  }
  return group;
}

/** What is drawn in a link is a part of the picture, and has its alternative text, unless the link has one of its own. */
function withPicture(link: Element, figure: Element, how: 'text stays' | 'all is drawn'): Element {
  const content = link.kids.flatMap(contentOf);
  const annotations = link.kids.filter(({ kind }) => kind === 'annotation');
  if (how === 'text stays' && content.length > 0 && content.every(isText)) {
    return { ...link, kids: [...content, ...annotations] };
  }
  const { alt = figure.attributes.alt ?? '', ...attributes } = link.attributes;
  if (content.length === 0) return { ...link, attributes: { ...attributes, alt } };
  return { ...link, attributes, kids: [element('Figure', content, { alt }), ...annotations] };
}

function isText(kid: Kid): boolean {
  return kid.kind === 'content' && kid.mark.units.every(({ paint }) => paint === 'text');
}

function textIn(tag: Element): readonly Unit[] {
  return marksUnder(tag).flatMap(({ units }) => units.filter(({ paint }) => paint === 'text'));
}

/** Says where each figure stands on its page (ISO 32000-1, table 346): around all that it draws there. */
export const placeFigures: Rule = {
  types: ['Figure'],
  repair(figure): Element {
    const marks = figure.kids.flatMap((kid) => (kid.kind === 'content' ? [kid.mark] : []));
    const page = marks[0]?.stream.page;
    const box = marks.filter(({ stream }) => stream.page === page).reduce<Box | undefined>(around, undefined);
    return box ? { ...figure, attributes: { ...figure.attributes, box } } : figure;
  },
};

function around(box: Box | undefined, { stream, units }: Mark): Box | undefined {
  return units.reduce((all, unit) => {
    return joined(all, boxOnPage(stream, unit));
  }, box);
}
