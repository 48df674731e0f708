export const svgNamespace = 'http://www.w3.org/2000/svg';

/** An element of a cleaned SVG, in the SVG namespace. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
}

/**
 * How many elements are drawn if each counts as often as something refers to it. A few elements that use each other twice
 * are millions. What refers to itself is not drawn.
 */
export function expandedElements(root: SvgElement): number {
  const byId = new Map<string, SvgElement>();
  const note = (element: SvgElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) if (typeof child !== 'string') note(child);
  };
  note(root);
  const counts = new Map<SvgElement, number>();
  const count = (element: SvgElement): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    // Until it is known, it counts nothing: a circle ends here.
    counts.set(element, 0);
    const within = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
    const parts = [...within, ...referredTo(element, byId)];
    const sum = parts.reduce((all, part) => all + count(part), 1);
    counts.set(element, sum);
    return sum;
  };
  return count(root);
}

function referredTo({ attributes }: SvgElement, byId: ReadonlyMap<string, SvgElement>): readonly SvgElement[] {
  return [...attributes].flatMap(([name, value]) => {
    const ids =
      name === 'href' ? [value.slice(1)] : [...value.matchAll(/url\(\s*["']?#([^"')]+)/gi)].map(([, id]) => id);
    return ids.flatMap((id) => byId.get(id ?? '') ?? []);
  });
}

/** An SVG as text. Ids and classes are written where something refers to them. */
export function writeSvg(root: SvgElement, isUsed: (kind: 'id' | 'class', name: string) => boolean): string {
  const write = ({ name, attributes, children }: SvgElement): string => {
    const written = [...attributes].flatMap(([attribute, value]) => {
      const own =
        attribute === 'class'
          ? value
              .split(/\s+/)
              .filter((each) => isUsed('class', each))
              .join(' ')
          : value;
      const isEmpty = own === '' && ['class', 'style'].includes(attribute);
      return isEmpty || (attribute === 'id' && !isUsed('id', value)) ? [] : [` ${attribute}="${escaped(own)}"`];
    });
    const start = `<${name}${written.join('')}`;
    const within = children.map((child) => (typeof child === 'string' ? escaped(child) : write(child))).join('');
    return within === '' ? `${start}/>` : `${start}>${within}</${name}>`;
  };
  return write({ ...root, attributes: new Map([['xmlns', svgNamespace], ...root.attributes]) });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
