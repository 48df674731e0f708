import type { List, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { splitLabel, tornRest } from './directive-text.ts';
import { isAdopted } from './figures.ts';
import type { KeyFigure, KeyFigureStrip, Phrasing, PlacedBlock, PlacedCallout, PlacedKeyFigures } from './prose.ts';
import type { PlaceOf, Writing } from './writing.ts';

/** What a directive around lines places; undefined where it cannot be printed, which is reported. */
export type PlaceContainer = (node: ContainerDirective, placeOf: PlaceOf, writing: Writing) => PlacedBlock | undefined;

/** A call-out, `:::callout[Title]`, its text between the colons. */
export function placeCallout(node: ContainerDirective, placeOf: PlaceOf, writing: Writing): PlacedCallout {
  const { label, body } = splitLabel(node);
  return {
    kind: 'callout',
    place: placeOf(node),
    title: label ? writing.phrasing(label, placeOf) : [],
    body: writing.body({ type: 'root', children: body }, placeOf),
  };
}

/** A strip of key figures, `:::key-figures`: a list, each entry a fact and then what it counts. */
export function placeKeyFigures(
  node: ContainerDirective,
  placeOf: PlaceOf,
  writing: Writing,
): PlacedKeyFigures | undefined {
  const { body } = splitLabel(node);
  const [list] = body;
  if (list?.type !== 'list' || body.length !== 1) {
    writing.report({
      rule: 'directive-shape',
      place: placeOf(node),
      message: 'key figures are a list and nothing else',
      cure: 'write each on a line of its own, like "- :fact[name] what it counts"',
    });
    return undefined;
  }
  const figures = {
    adopted: node.attributes?.adopted !== 'false',
    what: 'these key figures',
    place: placeOf(node),
    cure: 'take {adopted=false} away once they have, or take them out',
  };
  return { kind: 'key-figures', items: keyFigures(list, placeOf, writing), adopted: isAdopted(figures, writing) };
}

/** What a key figure can begin with. */
const beginnings: ReadonlySet<string> = new Set(['fact', 'claim']);

function keyFigures(list: List, placeOf: PlaceOf, writing: Writing): readonly KeyFigure[] {
  return list.children.flatMap((item) => {
    const [paragraph] = item.children;
    const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (paragraph?.type !== 'paragraph' || first?.type !== 'textDirective' || !beginnings.has(first.name)) {
      writing.report({
        rule: 'directive-shape',
        place: placeOf(item),
        message: 'this key figure does not begin with its figure',
        cure: 'begin the line with :fact[name] or a claim, then say what it counts',
      });
      return [];
    }
    const [, next] = paragraph.children;
    // A figure that is torn is reported as a slip.
    if (first.children.length === 0 && next?.type === 'text' && tornRest(next.value) !== undefined) return [];
    const place = placeOf(item);
    const figure = writing.phrasing({ type: 'paragraph', children: [first] }, placeOf);
    const { words, sources } = splitSources(paragraph.children.slice(1));
    const text = trimStart(writing.phrasing({ type: 'paragraph', children: words }, placeOf));
    const source = writing.endnotes.sourceLine(sources.map((id) => ({ id, place })));
    return [{ figure, text, source, place }];
  });
}

/** Words and the citation at their end, which stands under a key figure as its source. One with a locator stays a note. */
function splitSources(children: Paragraph['children']): { words: Paragraph['children']; sources: readonly string[] } {
  const last = children.at(-1);
  const [, words, cited] = (last?.type === 'text' && /^(.*?)\s*\[(@[^\],]+)\]\s*$/s.exec(last.value)) || [];
  if (last?.type !== 'text' || words === undefined || cited === undefined) return { words: children, sources: [] };
  const sources = cited.split(';').map((source) => source.trim().replace(/^@/, ''));
  return { words: [...children.slice(0, -1), { ...last, value: words }], sources };
}

function trimStart(text: Phrasing): Phrasing {
  const [first, ...rest] = text;
  return first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...rest] : text;
}

/** The key figures of the cover, which edition.yaml holds. */
export function coverKeyFigures(writing: Writing): KeyFigureStrip {
  const { meta } = writing.edition;
  const { key_figures, adopted } = meta.value.cover;
  const items = key_figures.map(({ figure, text, source }, index) => {
    const at = (key: string) => meta.at('cover', 'key_figures', index, key);
    return {
      figure: writing.phrase(figure, at('figure')),
      text: writing.phrase(text, at('text')),
      source: writing.endnotes.sourceLine(source.map((id) => ({ id, place: at('source') }))),
      place: meta.at('cover', 'key_figures', index),
    };
  });
  const figures = {
    adopted,
    what: 'the key figures of the cover',
    place: meta.at('cover', 'adopted'),
    cure: 'write "adopted: true" once they have, or take them out',
  };
  return { items, adopted: items.length === 0 || isAdopted(figures, writing) };
}
