import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { type Place, placeText } from '../diagnostics/diagnostic.ts';
import type { ProseContext } from './context.ts';

/** A claim as it stands in text: as it is typed, marked with the fact that it is held against and its place. */
export function writeClaim(state: State, node: TextDirective, place: Place, context: ProseContext): ElementContent {
  const fact = node.attributes?.fact ?? '';
  context.printedFacts.add(fact);
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['claim'], dataFact: fact, dataSource: placeText(place) },
    children: state.all(node),
  };
}
