import { expect, test } from 'vitest';
import { checkWords } from '../../scripts/import/check-words.ts';

const words = (text: string) => text.split(' ');

test('words in their order pass', () => {
  expect(() => checkWords(words('Boats fold at night'), words('Boats fold at night'))).not.toThrow();
});

test.each([
  ['lost', 'Boats fold night'],
  ['lost at the end', 'Boats fold at'],
  ['doubled', 'Boats fold at at night'],
  ['added at the end', 'Boats fold at night now'],
  ['moved', 'Boats at fold night'],
])('a word that is %s is an error that shows it', (_, written) => {
  expect(() => checkWords(words('Boats fold at night'), words(written))).toThrow(
    `where it says “Boats fold at night”, the edition would say “${written}”`,
  );
});
