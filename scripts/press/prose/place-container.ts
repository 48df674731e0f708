import type { BlockContent, DefinitionContent, List, Paragraph, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { PlaceOf, ProseContext } from './context.ts';
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
  return { kind: 'key-figures', items: keyFigures(list, placeOf, context) };
}

function keyFigures(list: List, placeOf: PlaceOf, context: ProseContext): readonly KeyFigure[] {
  return list.children.flatMap((item) => {
    const [paragraph] = item.children;
    const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (paragraph?.type !== 'paragraph' || first?.type !== 'textDirective' || first.name !== 'fact') {
      context.report({
        rule: 'directive-shape',
        place: placeOf(item),
        message: 'this key figure does not begin with its figure',
        cure: 'begin the line with :fact[name], then say what it counts',
      });
      return [];
    }
    const rest: Paragraph = { ...paragraph, children: paragraph.children.slice(1) };
    const figure = phrasingOf({ type: 'paragraph', children: [first] }, placeOf, context);
    return [{ figure, text: trimStart(phrasingOf(rest, placeOf, context)), place: placeOf(item) }];
  });
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
