import type { Place } from '../diagnostics/diagnostic.ts';
import { foldText } from '../text/fold-text.ts';
import type { DrawnText } from './drawn-text.ts';
import type { HtmlText } from './read-html.ts';

/** Finds the place in an author's file of text that a page draws. */
export type PlaceFinder = (drawn: DrawnText | undefined) => Place;

/**
 * @param texts all texts of the page
 * @param elsewhere the place of words that none of them holds, such as those of a running head
 */
export function placeFinder(texts: readonly HtmlText[], elsewhere: Place): PlaceFinder {
  let all: readonly HtmlText[] | undefined;
  return (drawn) => {
    // What has no tag is none of the page's text, but stands in its margin.
    const wanted = drawn?.mark === undefined ? '' : foldText(drawn.text);
    if (wanted === '') return elsewhere;
    // Most PDFs are right, and need it never.
    all ??= texts.map(({ text, place }) => ({ text: foldText(text), place }));
    const folded = all;
    const holder = folded.find(({ text }) => text === wanted) ?? folded.find(({ text }) => text.includes(wanted));
    // A line may also be made of several texts: words, a link, words.
    const part = () => folded.filter(({ text }) => text.length > 3 && wanted.includes(text));
    return (holder ?? part().sort((a, b) => b.text.length - a.text.length)[0])?.place ?? elsewhere;
  };
}
