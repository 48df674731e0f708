import { foldMarks } from '../../press/text-matching.ts';
import type { Counts, Passages, SpokenPage } from './read-page.ts';
import type { SpokenPdf, SpokenText } from './read-spoken.ts';

/** The most characters that are shown around a difference. */
const mostShown = 40;

/**
 * Holds what the tags of a PDF say against what its page says: the same words in the same order, in capitals only where the
 * page has them, and as many headings,
 * lists, tables, figures, links and notes, and each passage in another language in its own.
 *
 * @returns a sentence for each difference
 */
export function compareSpoken(page: SpokenPage, pdf: SpokenPdf): readonly string[] {
  return [
    ...compareTexts(page.texts, pdf.texts),
    ...compareCounts(page.counts, pdf.counts),
    ...comparePassages(page.passages, pdf.passages),
  ];
}

/** Only the first difference is told: after it nothing stands where it should. */
function compareTexts(wanted: readonly string[], said: readonly SpokenText[]): readonly string[] {
  const whole = foldMarks(wanted.join(''));
  let at = 0;
  for (const { text, kind } of said) {
    const folded = foldMarks(text);
    if (whole.startsWith(folded, at)) at += folded.length;
    else if (kind === 'text') {
      const same = commonStart(folded, whole.slice(at));
      const shown = [whole.slice(at + same), folded.slice(same)].map((rest) => rest.slice(0, mostShown));
      const before = whole.slice(Math.max(0, at + same - mostShown), at + same);
      return [`after “${before}” the page says “${shown[0]}” and the tags “${shown[1]}”`];
    }
  }
  return at === whole.length ? [] : [`the tags end before “${whole.slice(at, at + mostShown)}”`];
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function compareCounts(page: Counts, pdf: Counts): readonly string[] {
  return [...new Set([...page.keys(), ...pdf.keys()])].sort().flatMap((part) => {
    const [wanted, found] = [page.get(part) ?? 0, pdf.get(part) ?? 0];
    return wanted === found ? [] : [`the page has ${wanted} × ${part}, the tags ${found}`];
  });
}

function comparePassages(page: Passages, pdf: Passages): readonly string[] {
  return [...new Set([...page.keys(), ...pdf.keys()])].sort().flatMap((language) => {
    const [wanted, found] = [page, pdf].map((passages) => foldMarks(passages.get(language) ?? ''));
    if (wanted === found) return [];
    return [`in the language ${language} the page says “${wanted}” and the tags “${found}”`];
  });
}
