import { expect, test } from 'vitest';
import { splitText } from '../../scripts/press/prose/citations.ts';

test.each([
  ['no mark', [{ kind: 'words', text: 'no mark' }]],
  [
    'killed [@apa-2023].',
    [
      { kind: 'words', text: 'killed.' },
      { kind: 'citation', sources: [{ id: 'apa-2023' }], offset: 7 },
    ],
  ],
  ['[@a, p. 3; @b]', [{ kind: 'citation', sources: [{ id: 'a', locator: 'p. 3' }, { id: 'b' }], offset: 0 }]],
  [
    'a[^lost] b',
    [
      { kind: 'words', text: 'a' },
      { kind: 'lost-note', name: 'lost', offset: 1 },
      { kind: 'words', text: ' b' },
    ],
  ],
  ['mail me [at] work', [{ kind: 'words', text: 'mail me [at] work' }]],
])('splits %j', (text, pieces) => {
  expect(splitText(text)).toEqual(pieces);
});

test('within a note a citation keeps its place before the stop', () => {
  expect(splitText('As said [@a].', 'note').map((piece) => (piece.kind === 'words' ? piece.text : piece.kind))).toEqual(
    ['As said', 'citation', '.'],
  );
});
