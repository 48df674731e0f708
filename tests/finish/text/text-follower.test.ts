import { expect, test } from 'vitest';
import { foldText } from '../../../scripts/press/finish/text/folded-text.ts';
import { followText } from '../../../scripts/press/finish/text/text-follower.ts';

/** Where pieces are found one after the other, as the letters from there on. */
function found(page: string, ...pieces: readonly string[]): readonly (string | undefined)[] {
  const folded = foldText(page);
  const follower = followText(folded);
  return pieces.map((piece) => {
    const place = follower.find(piece);
    return place && folded.letters.slice(place.start, place.start + 12);
  });
}

test('pieces are found one after the other, and short ones only where they should be', () => {
  expect(found('one two one', 'ONE', 'ONE', 'TWO', 'ONE', 'ONE')).toEqual([
    'ONETWOONE',
    undefined,
    'TWOONE',
    'ONE',
    undefined,
  ]);
});

test('pieces that nobody asks for are passed over, as far as one looks', () => {
  expect(found('not printed, then some text', 'THENSOME', 'TEXT')).toEqual(['THENSOMETEXT', 'TEXT']);
  expect(found(`${'far '.repeat(700)}away`, 'AWAY')).toEqual([undefined]);
});

test('a label that the text has further on does not lead away, however many there are', () => {
  const page = 'First line goes on. Second line goes on. Repeat Step 1: and Step 2: again.';
  expect(found(page, 'STEP1:', 'FIRSTLINE', 'GOESON.', 'STEP2:', 'SECONDLINE', 'GOESON.').map((at) => at?.[0])).toEqual(
    [...['S', 'F', 'G', 'S', 'S', 'G']],
  );
  const follower = followText(foldText(page));
  follower.find('STEP1:');
  expect(follower.pass([{ letters: 'FIRST' }, { letters: 'LINE' }])).toEqual({ start: 0, end: 9 });
});

test('what was passed over stays so when the next piece follows there', () => {
  const follower = followText(foldText('some words. some more, then some words.'));
  expect(follower.find('SOMEMORE,')).toEqual({ start: 10, end: 19 });
  expect(follower.find('THEN')).toEqual({ start: 19, end: 23 });
  expect(follower.find('SOMEWORDS.')).toEqual({ start: 23, end: 33 });
});

test('pieces that stand in another order are found together', () => {
  const follower = followText(foldText('not printed, two three. one'));
  expect(follower.findAll(['THREE.', 'TWO', ''])).toMatchObject([{ start: 14, end: 20 }, { start: 11, end: 14 }, {}]);
  expect(follower.place()).toBe(20);
  expect(follower.findAll(['ONE', 'FOUR'])).toBeUndefined();
});

test('lines of which each has its own order are found, however many there are', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => ['LAST', 'OF', `LINE${index}`]);
  const follower = followText(foldText(lines.map((line) => line.toReversed().join(' ')).join('\n')));
  const places = follower.findAll(lines.flat()) ?? [];
  expect(places.length).toBe(3000);
  const starts = lines.map((_, index) => places[3 * index + 2]?.start ?? 0);
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  expect(places.slice(0, 3)).toEqual([
    { start: 7, end: 11 },
    { start: 5, end: 7 },
    { start: 0, end: 5 },
  ]);
});
