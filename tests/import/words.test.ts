import { expect, test } from 'vitest';
import { lostWords } from '../../scripts/import/words.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hidden = { kind: 'hidden text', effect: 'left out', near: '', words: 'at night' } as const;

test('words that are printed in their order are not lost, whatever the spaces and hyphens', () => {
  expect(
    lostWords('m.txt', bytes('Boats fold at night.\n\nTwo-fold.'), 'Boats  fold at\nnight. Two‑fold.', []),
  ).toEqual([]);
});

test('words that are not printed are lost, with the paragraph that they stand in', () => {
  expect(lostWords('m.txt', bytes('Boats fold at night.'), 'Boats fold.', [])).toEqual([
    { words: 'at night', near: 'Boats fold at night.' },
  ]);
});

test('what a remark names is not lost', () => {
  expect(lostWords('m.txt', bytes('Boats fold at night.'), 'Boats fold.', [hidden])).toEqual([]);
});

test('what several remarks name one after the other is not lost; a word between them is', () => {
  const menus = ['Home', 'Menu of boats'].map((words) => ({ ...hidden, kind: 'navigation', words }) as const);
  expect(lostWords('m.txt', bytes('Home Menu of boats Boats fold.'), 'Boats fold.', menus)).toEqual([]);
  expect(lostWords('m.txt', bytes('Home night Menu of boats Boats fold.'), 'Boats fold.', menus)).toHaveLength(1);
});
