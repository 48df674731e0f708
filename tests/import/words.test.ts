import { expect, test } from 'vitest';
import { lostWords } from '../../scripts/import/words.ts';

const words = (text: string) => text.split(' ');

test('words in their order are not lost', () => {
  expect(lostWords(words('Boats fold at night'), words('Boats fold at night'))).toEqual([]);
});

test.each([
  ['lost', 'Boats fold night', { near: 'Boats fold', words: 'at night' }],
  ['lost at the end', 'Boats fold at', { near: 'Boats fold at', words: 'night' }],
  ['doubled', 'Boats fold at at night', { near: 'Boats fold at', words: 'night' }],
  ['moved', 'Boats at fold night', { near: 'Boats', words: 'fold at night' }],
])('a word that is %s is told with the words before it', (_, written, lost) => {
  expect(lostWords(words('Boats fold at night'), words(written))).toEqual([lost]);
});
