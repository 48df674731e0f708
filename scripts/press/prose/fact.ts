import type { ElementContent } from 'hast';
import type { Place } from '../diagnostics/diagnostic.ts';
import { placeText } from '../diagnostics/place-text.ts';
import { factText } from '../facts/fact-text.ts';
import type { ProseContext } from './context.ts';
import { factsOf } from './fill-words.ts';

/** Characters that stay on one line: "$16.56 million" does, "more than seven times" would tear its paragraph. */
const longestWhole = 16;

/** A fact as it stands in text: its value in words, marked with its name and its place. */
export function writeFact(
  name: string,
  as: string | undefined,
  place: Place,
  context: ProseContext,
): ElementContent | undefined {
  const text = factText(name, as, factsOf(context), place, context.report);
  if (text === undefined) return undefined;
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      className: text.length <= longestWhole ? ['fact', 'whole'] : ['fact'],
      dataFact: name,
      dataSource: placeText(place),
    },
    children: [{ type: 'text', value: text }],
  };
}
