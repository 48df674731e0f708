import { expect, test } from 'vitest';
import type { Unit } from '../../../scripts/press/finish/content/content.ts';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';
import type { Mark } from '../../../scripts/press/finish/content/pages.ts';
import { dropEchoes } from '../../../scripts/press/finish/repair/echoes.ts';
import { marksUnder } from '../../../scripts/press/finish/structure/element.ts';
import type { UnitReader } from '../../../scripts/press/finish/text/text-reader.ts';
import { shown, tag } from '../tags.ts';

/**
 * What is left of text objects that paint words at places, and what is not, as "word x y", or as "word x y dx dy" for one
 * that is moved as a whole; they are 10 points high.
 */
function dropped(...painted: readonly string[]): readonly (readonly string[])[] {
  const placed = painted.map((text) => text.split(' '));
  const stream = placed
    .map(([, x, y, dx = 0, dy = 0]) => `q 1 0 0 1 ${dx} ${dy} cm BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm (x) Tj ET Q`)
    .join(' ');
  const content = parseContent(Buffer.from(stream));
  const units = content.units as readonly [Unit, ...Unit[]];
  const read: UnitReader = (_, unit) => {
    const text = placed[units.indexOf(unit)]?.[0] ?? '';
    return shown(text);
  };
  const reference = { kind: 'reference', number: 1 } as const;
  const mark: Mark = {
    stream: { reference, page: 1, content, resources: new Map(), toPage: [1, 0, 0, 1, 0, 0] },
    units,
  };
  const echoes = dropEchoes(tag('Document', tag('P', { kind: 'content', mark })), read);
  const left = marksUnder(echoes.document).flatMap((own) => own.units);
  return [left, [...echoes.dropped]].map((part) => part.map((unit) => painted[units.indexOf(unit)] ?? ''));
}

const left = (...painted: readonly string[]) => dropped(...painted)[0];

test('the shadow of a text and its outline are not read again, and it is told what was dropped', () => {
  expect(dropped('word 11 99', 'word 10 100')).toEqual([['word 10 100'], ['word 11 99']]);
  expect(dropped('word 10 100', 'word 10 100', 'word 10 100')).toEqual([
    ['word 10 100'],
    ['word 10 100', 'word 10 100'],
  ]);
  expect(left('1 10.8 99.2', '1 10 100')).toEqual(['1 10 100']);
  expect(left('word 12 98', 'word 10 100')).toEqual(['word 10 100']);
  expect(left('i 10 100 2 -2', 'i 10 100')).toEqual(['i 10 100']);
});

test('an outline that sets each letter is one', () => {
  const content = parseContent(
    Buffer.from('BT /O 10 Tf 9 9 Td (a) Tj 6 0 Td (b) Tj 6 0 Td (c) Tj ET BT /F 10 Tf 9 9 Td (abc) Tj ET'),
  );
  const [outline, ...others] = content.units;
  const [mark] = marksUnder(tag('P', 'abc'));
  if (!mark || !outline) throw new Error('no mark');
  const painted = { stream: { ...mark.stream, content }, units: [outline, ...others] as const };
  const echoes = dropEchoes(tag('Document', tag('P', { kind: 'content', mark: painted })), () => shown('abc'));
  expect([...echoes.dropped]).toEqual([outline]);
});

test.each([
  ['beside it', ['word 10 100', 'word 40 100']],
  ['below it', ['word 10 100', 'word 10 80']],
  ['in its place, and says another thing', ['word 10 100', 'other 10 100']],
  ['beside it, of figures', ['1 10 100', '1 15.5 100', '1 21 100']],
  ['beside it, of narrow letters', ['l 10 100', 'l 12.2 100']],
  ['beside it, of several narrow letters', ['ll 10 100', 'll 14.4 100']],
  ['far from it, moved as a whole', ['1 10 100', '1 10 100 6 0']],
  ['beside it, from right to left', ['111 27 100', '111 10 100']],
])('a text that stands %s is read', (_, painted) => {
  expect(dropped(...painted)).toEqual([painted, []]);
});
