import type { ElementContent } from 'hast';
import { type Place, placeText } from '../diagnostics/diagnostic.ts';
import { factText } from '../facts/fact-text.ts';
import type { ProseContext } from './context.ts';
import { factsOf } from './fill-words.ts';

/** Characters of a figure with its unit that stay on one line: "$16.56 million" does, "more than seven times" would tear its paragraph. */
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
  // Of a date only day and month stay together, as they do in any text: whole it would leave a stub of a line before it.
  const isDate = (as ?? context.facts.get(name)?.spec.format) === 'date';
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      className: text.length <= longestWhole && !isDate ? ['fact', 'whole'] : ['fact'],
      dataFact: name,
      dataSource: placeText(place),
    },
    children: [{ type: 'text', value: text }],
  };
}
