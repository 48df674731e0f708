import { childOf, childrenOf, isOn, settingOf, type XmlElement } from './xml-tree.ts';

/** What the styles of a document say of its runs and paragraphs. */
export interface WordStyles {
  /** Whether a run is hidden: by itself, by its styles or by the document's defaults. */
  readonly hides: (run: XmlElement, paragraph: XmlElement | undefined) => boolean;
  /** What a paragraph is. A line of contents is one of a list that Word makes: of headings, figures, words. */
  readonly kindOf: (paragraph: XmlElement) => 'heading' | 'list of contents' | 'text';
}

interface Style {
  readonly element: XmlElement;
  readonly name: string;
  readonly base: string | undefined;
}

/** Reads a document's styles (ECMA-376 part 1, 17.7). */
export function readWordStyles(root: XmlElement | undefined): WordStyles {
  const styles = childrenOf(root).filter(({ name }) => name === 'w:style');
  const byId = new Map(
    styles.map((element): [string, Style] => [
      element.attributes.get('w:styleId') ?? '',
      {
        element,
        name: (settingOf(childOf(element, 'w:name')) ?? '').toLowerCase(),
        base: settingOf(childOf(element, 'w:basedOn')),
      },
    ]),
  );
  const usual = styles.find(
    ({ attributes }) => attributes.get('w:type') === 'paragraph' && isTrue(attributes.get('w:default')),
  );
  const defaults = childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');

  /** A style and those that it is based on, itself first. */
  const chain = (id: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    for (let style = byId.get(id ?? ''); style && !found.includes(style); style = byId.get(style.base ?? '')) {
      found.push(style);
    }
    return found;
  };
  const ofParagraph = (paragraph: XmlElement | undefined) =>
    chain(settingOf(childOf(paragraph, 'w:pPr', 'w:pStyle')) ?? usual?.attributes.get('w:styleId'));
  const set = (group: readonly Style[], property: string) =>
    group.map(({ element }) => isOn(childOf(element, 'w:rPr', property))).find((value) => value !== undefined);

  return {
    hides(run, paragraph) {
      const marks = childOf(run, 'w:rPr');
      const levels = [ofParagraph(paragraph), chain(settingOf(childOf(marks, 'w:rStyle')))];
      const web = isOn(childOf(marks, 'w:webHidden')) ?? levels.some((level) => set(level, 'w:webHidden') === true);
      const own = isOn(childOf(marks, 'w:vanish'));
      if (own !== undefined) return own || web;
      // Between the levels of styles hiding is switched: hidden twice is shown (17.7.3). Defaults that hide, hide all.
      const switched = levels.filter((level) => set(level, 'w:vanish') === true).length % 2 === 1;
      return switched || isOn(childOf(defaults, 'w:vanish')) === true || web;
    },
    kindOf(paragraph) {
      const group = ofParagraph(paragraph);
      if (group.some(({ name }) => /^(toc|contents) (\d|heading)|^table of (contents|figures)/.test(name)))
        return 'list of contents';
      const level = [paragraph, ...group.map(({ element }) => element)]
        .map((element) => settingOf(childOf(element, 'w:pPr', 'w:outlineLvl')))
        .find((value) => value !== undefined);
      const isHeading = level === undefined ? group.some(({ name }) => /^heading \d/.test(name)) : Number(level) < 9;
      return isHeading ? 'heading' : 'text';
    },
  };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
