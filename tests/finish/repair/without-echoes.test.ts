import { expect, test } from 'vitest';
import type { Unit } from '../../../scripts/press/finish/content/content.ts';
import { parseContent } from '../../../scripts/press/finish/content/parse-content.ts';
import type { Mark } from '../../../scripts/press/finish/pages/page-stream.ts';
import { withoutEchoes } from '../../../scripts/press/finish/repair/without-echoes.ts';
import type { UnitReader } from '../../../scripts/press/finish/text/text-reader.ts';
import { shown } from '../tags.ts';

/** What is left of text objects that paint words at places, as "word x y". */
function left(...painted: readonly string[]): readonly string[] {
  const placed = painted.map((text) => text.split(' '));
  const stream = placed.map(([, x, y]) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm (x) Tj ET`).join(' ');
  const content = parseContent(Buffer.from(stream));
  const units = content.nodes as unknown as readonly [Unit, ...Unit[]];
  const read: UnitReader = (_, unit) => {
    const text = placed[units.indexOf(unit)]?.[0] ?? '';
    return shown(text);
  };
  const reference = { kind: 'reference', number: 1 } as const;
  const mark: Mark = {
    stream: { reference, page: 1, content, resources: new Map(), toPage: [1, 0, 0, 1, 0, 0] },
    units,
  };
  return withoutEchoes(mark, read).units.map((unit) => painted[units.indexOf(unit)] ?? '');
}

test('the shadow of a text and its outline are not read again', () => {
  expect(left('word 11 99', 'word 10 100')).toEqual(['word 10 100']);
  expect(left('word 10 100', 'word 10 100', 'word 10 100')).toEqual(['word 10 100']);
});

test('a word that stands twice is read twice', () => {
  expect(left('word 10 100', 'word 40 100')).toEqual(['word 10 100', 'word 40 100']);
  expect(left('word 10 100', 'word 10 80')).toEqual(['word 10 100', 'word 10 80']);
  expect(left('word 10 100', 'other 10 100')).toEqual(['word 10 100', 'other 10 100']);
});
