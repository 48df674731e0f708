import type { Place } from '../diagnostics/diagnostic.ts';
import type { FactContext } from '../facts/fact-text.ts';
import { fillFacts } from '../facts/fill-facts.ts';
import type { ProseContext } from './context.ts';

/** A text that is printed as it is, with its facts and claims in words: a cell of a dataset, alternative text. */
export function fillWords(text: string, place: Place, context: ProseContext): string {
  return /:(?:fact|claim)\[/.test(text) ? fillFacts(text, factsOf(context), place, context.report) : text;
}

/** What the words of facts are taken from. */
export function factsOf({ facts, edition, printedFacts }: ProseContext): FactContext {
  return { facts, edition, printed: printedFacts };
}
