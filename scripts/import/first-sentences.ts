import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { byLine } from './find-contributors.ts';
import type { ManuscriptSection } from './manuscript.ts';

/** The first sentences of a manuscript, up to about 320 characters: of its summary, where it has one. */
export function firstSentences(sections: readonly ManuscriptSection[]): string {
  const summary = sections.find(({ heading }) => /\b(summary|abstract|overview)\b/i.test(textOf(heading)));
  const paragraphs = [...(summary ? [summary] : []), ...sections].flatMap(({ body }) => body.filter(isProse));
  const [first] = paragraphs;
  const text = first ? textOf(first).replace(/\s+/gu, ' ').trim() : '';
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
  let taken = '';
  for (const sentence of sentences) {
    if (taken !== '' && (taken.length + sentence.length > 320 || !/[.!?][”’)\s]*$/u.test(sentence))) break;
    taken += sentence;
  }
  return taken.trim();
}

function isProse(node: RootContent): boolean {
  const text = node.type === 'paragraph' ? textOf(node) : '';
  return text.length >= 60 && byLine(text).length === 0;
}
