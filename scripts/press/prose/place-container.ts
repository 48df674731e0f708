import type { BlockContent, DefinitionContent, List, Paragraph, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { isAdopted } from './adoption.ts';
import { sourceLine } from './cite.ts';
import type { PlaceOf, ProseContext } from './context.ts';
import { tornRest } from './directive-slips.ts';
import type { KeyFigure, PlacedCallout, PlacedKeyFigures } from './prose.ts';
import { phrasingOf, writeHast } from './to-hast.ts';

/** A call-out: its title stands in brackets behind its name, its text between the colons. */
export function placeCallout(node: ContainerDirective, placeOf: PlaceOf, context: ProseContext): PlacedCallout {
  const { label, body } = splitLabel(node);
  return {
    kind: 'callout',
    place: placeOf(node),
    title: label ? phrasingOf(label, placeOf, context) : [],
    body: writeHast({ type: 'root', children: body } satisfies Root, placeOf, context),
  };
}

/** A strip of key figures: a list, each entry a fact and then what it counts. */
export function placeKeyFigures(
  node: ContainerDirective,
  placeOf: PlaceOf,
  context: ProseContext,
): PlacedKeyFigures | undefined {
  const { body } = splitLabel(node);
  const [list] = body;
  if (list?.type !== 'list' || body.length !== 1) {
    context.report({
      rule: 'directive-shape',
      place: placeOf(node),
      message: 'key figures are a list and nothing else',
      cure: 'write each on a line of its own, like "- :fact[name] what it counts"',
    });
    return undefined;
  }
  const said = {
    adopted: node.attributes?.adopted !== 'false',
    ...{
      what: 'these key figures',
      place: placeOf(node),
      cure: 'take {adopted=false} away once they have, or take them out',
    },
  };
  return { kind: 'key-figures', items: keyFigures(list, placeOf, context), adopted: isAdopted(said, context) };
}

/** What a key figure can begin with. */
const figures: ReadonlySet<string> = new Set(['fact', 'claim']);

function keyFigures(list: List, placeOf: PlaceOf, context: ProseContext): readonly KeyFigure[] {
  return list.children.flatMap((item) => {
    const [paragraph] = item.children;
    const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (paragraph?.type !== 'paragraph' || first?.type !== 'textDirective' || !figures.has(first.name)) {
      context.report({
        rule: 'directive-shape',
        place: placeOf(item),
        message: 'this key figure does not begin with its figure',
        cure: 'begin the line with :fact[name] or a claim, then say what it counts',
      });
      return [];
    }
    const [, next] = paragraph.children;
    // A figure that is torn is told as a slip.
    if (first.children.length === 0 && next?.type === 'text' && tornRest(next.value) !== undefined) return [];
    const place = placeOf(item);
    const figure = phrasingOf({ type: 'paragraph', children: [first] }, placeOf, context);
    const { words, sources } = splitSources(paragraph.children.slice(1));
    const text = trimStart(phrasingOf({ type: 'paragraph', children: words }, placeOf, context));
    const named = sources.map((id) => ({ id, place }));
    return [{ figure, text, source: sourceLine(named, context), place }];
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

function trimStart(words: KeyFigure['text']): KeyFigure['text'] {
  const [first, ...rest] = words;
  return first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...rest] : words;
}

function splitLabel(node: ContainerDirective): {
  readonly label: Paragraph | undefined;
  readonly body: (BlockContent | DefinitionContent)[];
} {
  const [first, ...rest] = node.children;
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? { label: first, body: rest }
    : { label: undefined, body: node.children };
}
