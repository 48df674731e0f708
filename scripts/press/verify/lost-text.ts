import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { alignTexts, foldText, lettersOf, runsRightToLeft } from '../text-matching.ts';
import type { DrawnText } from './drawn.ts';
import { type HtmlContent, quoteWords } from './page-text.ts';

/** From this length on, letters and digits, a text that stands elsewhere is taken to have moved, not to be there by chance. */
const telling = 12;

/**
 * Reports text of the page that the PDF does not hold, or not in its reading order: the first of each place. A print does
 * not tell the order of what runs from right to left: of such text, and in a document of that direction, letters are counted.
 *
 * @param page its running text, in order, and its direction
 * @param tagged the text of the PDF in the order of its tags; it may hold more, such as the numbers of a list
 */
export function checkFlowText(
  { flow, direction }: Pick<HtmlContent, 'flow' | 'direction'>,
  tagged: string,
  report: Report,
): void {
  const whole = foldText(tagged);
  const texts = flow.map(({ text, place }) => {
    return { text, place, folded: foldText(text), isCounted: direction === 'rtl' || runsRightToLeft(text) };
  });
  const inOrder = alignTexts(
    texts.map(({ folded, isCounted }) => (isCounted ? '' : folded)),
    whole,
  );
  // Each text takes its letters out of the whole, so that the same letter is not found for two.
  const takeLetters = letterStock(whole);
  const hasLetters = texts.map(({ folded }) => takeLetters(folded));
  const reported = new Set<string>();
  for (const [i, { text, place, folded, isCounted }] of texts.entries()) {
    const isFound = isCounted ? hasLetters[i] : inOrder[i] !== undefined;
    const key = keyOf(place);
    if (isFound || reported.has(key)) continue;
    reported.add(key);
    const isElsewhere = folded.length >= telling && whole.includes(folded);
    report({ rule: 'text-lost', place, ...(isElsewhere ? movedText(text) : lostText(text, whole)) });
  }
}

function keyOf({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Gives whether there are letters enough for a text, and takes them out of those that are left. */
function letterStock(whole: string): (text: string) => boolean {
  const left = new Map(lettersOf(whole));
  return (text) => {
    const letters = lettersOf(text);
    for (const [letter, count] of letters) left.set(letter, (left.get(letter) ?? 0) - count);
    return [...letters.keys()].every((letter) => (left.get(letter) ?? 0) >= 0);
  };
}

function movedText(text: string) {
  return {
    message: `${quoteWords(text)} stands at another place in the PDF than in the text`,
    cure: 'look for the style or template that changes the order in which this block is read',
  };
}

function lostText(text: string, whole: string) {
  return {
    message: `${quoteWords(lostWords(text, whole))} is not in the PDF`,
    cure: 'look for what hides it or pushes it off the page: a style, a template, or a word that is too long for its line',
  };
}

/** The text from the first word on with which it is not there any more. */
function lostWords(text: string, whole: string): string {
  const words = text.split(' ');
  let kept = 0;
  while (kept < words.length && whole.includes(foldText(words.slice(0, kept + 1).join(' ')))) kept += 1;
  return words.slice(kept < words.length ? kept : 0).join(' ');
}

/**
 * Reports labels of charts and maps that the pages do not show as often as the document has them. They are counted, for
 * a label such as "3.6" stands elsewhere too; running heads and feet can only add to what is drawn.
 */
export function checkLabels(
  { flow, loose }: Pick<HtmlContent, 'flow' | 'loose'>,
  drawn: readonly DrawnText[],
  report: Report,
): void {
  if (loose.length === 0) return;
  const byPage = Map.groupBy(drawn, ({ page }) => page);
  const pages = [...byPage.values()].map((texts) => foldText(texts.map(({ text }) => text).join('')));
  const wanted = [...flow, ...loose].map(({ text }) => foldText(text));
  const checked = new Set<string>();
  for (const { text, place } of loose) {
    const label = foldText(text);
    if (checked.has(label)) continue;
    checked.add(label);
    const shown = runsRightToLeft(text) ? countByLetters(pages, label) : countIn(pages, label);
    if (shown >= countIn(wanted, label)) continue;
    report({
      rule: 'text-lost',
      place,
      message: `the label ${quoteWords(text)} of a drawing is ${shown === 0 ? 'on no page' : 'printed less often than it should be'}`,
      cure: 'make the drawing larger or its labels shorter, so that each has room',
    });
  }
}

/** How often there are letters enough for a label that runs from right to left. */
function countByLetters(pages: readonly string[], label: string): number {
  const there = lettersOf(pages.join(''));
  const times = [...lettersOf(label)].map(([letter, count]) => Math.floor((there.get(letter) ?? 0) / count));
  return Math.min(...times);
}

function countIn(texts: readonly string[], label: string): number {
  return label === '' ? 0 : texts.reduce((sum, text) => sum + text.split(label).length - 1, 0);
}
