import { describe, expect, test } from 'vitest';
import { compareWords } from '../../scripts/import/document-text/comparison.ts';
import { documentText } from '../../scripts/import/document-text/read-document-text.ts';

/** How a print differs from a text: its runs of words, as text. */
function compared(text: string, printed: string) {
  const { words } = documentText(new TextEncoder().encode(text), 'txt');
  const { missing, moved, added, spaced } = compareWords(words, printed);
  const texts = (runs: typeof missing) => runs.map((run) => run.text);
  return { missing: texts(missing), moved: texts(moved), added, spaced: texts(spaced) };
}

const nothing = { missing: [], moved: [], added: [], spaced: [] };

describe('compareWords', () => {
  test.each([
    ['white space', 'two paper boats', 'two\n  paper\u00a0boats'],
    ['forms of hyphens', 'paper\u2011boat, sea\u00adshell', 'paper-boat, seashell'],
    ['raised digits', '10 m²', '10 m2'],
    ['signs of lists', '• one • two', 'one two'],
  ])('%s make no difference', (_, text, printed) => {
    expect(compared(text, printed)).toEqual(nothing);
  });

  test.each([
    ['capitals', 'Two boats sail', 'two boats sail', { missing: ['Two'], added: ['two'] }],
    ['a lost word', 'two paper boats sail', 'two boats sail', { missing: ['paper'] }],
    ['a lost number', 'Figure 1: boats', 'Figure: boats', { missing: ['1'] }],
    ['an added word', 'two boats', 'two more boats', { added: ['more'] }],
    ['a joined word', 'two paper boats', 'two paperboats', { spaced: ['paper boats'] }],
    [
      'a number that stands elsewhere by chance',
      'See Figure 1: paper boats',
      'no 1 of 3. See Figure: paper boats',
      { missing: ['1'], added: ['no 1 of 3.'] },
    ],
    [
      'a moved sentence',
      'They fold paper boats. Then it rains on the sea.',
      'Then it rains on the sea. They fold paper boats.',
      { moved: ['They fold paper boats.'], added: ['They fold paper boats.'] },
    ],
    [
      'a short line that stands elsewhere as one',
      'For Ada. They fold paper boats.',
      'They fold paper boats.\nFor Ada.\nMore',
      { moved: ['For Ada.'], added: ['For Ada. More'] },
    ],
    [
      'half a lost sentence',
      'Children fold five paper boats. End of the text.',
      'End of the text. Words: fold five paper',
      { missing: ['Children', 'boats.'], moved: ['fold five paper'], added: ['Words: fold five paper'] },
    ],
  ])('%s', (_, text, printed, differences) => {
    expect(compared(text, printed)).toEqual({ ...nothing, ...differences });
  });

  test('a run tells how long it is and where it stood', () => {
    const { words } = documentText(new TextEncoder().encode('<h2>Harbour</h2><p>Two boats sail.</p>'), 'html');
    expect(compareWords(words, 'Harbour').missing).toEqual([
      {
        text: 'Two boats sail.',
        count: 4,
        place: { within: 'text', heading: 'Harbour', paragraph: 'Two boats sail.' },
      },
    ]);
  });

  test('texts that have nothing in common end in time, and all is missing', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `a${index}`).join(' ');
    const printed = Array.from({ length: 30_000 }, (_, index) => `b${index}`).join(' ');
    const { words } = documentText(new TextEncoder().encode(text), 'txt');
    expect(compareWords(words, printed).missing.map(({ count }) => count)).toEqual([30_000]);
  });
});
