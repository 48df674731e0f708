import { expect, test } from 'vitest';
import { findNames } from '../../scripts/press/numbers/declared-names.ts';

const place = { file: 'content/mali/edition.yaml', line: 1, column: 1 };
const find = findNames(
  ['section 7008', 'FY 2017-2018', 'FY 2020', 'FY 2020 act', 'A-29', 'COVID-19', 'the first, as'].map((text) => ({
    text,
    place,
  })),
);

/** Texts, and the stretches of them that a declared name covers. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['Under section 7008 of it', ['section 7008']],
  ['Section 7008 says', ['Section 7008']],
  ['a section\n  7008', ['section\n  7008']],
  ['subsection 7008', []],
  ['section 70081, section 7008.5', []],
  ['SECTION 7008', []],
  ['in FY 2017–2018 and FY 2017‑2018', ['FY 2017–2018', 'FY 2017‑2018']],
  ['the FY 2020 act, and FY 2020', ['FY 2020 act', 'FY 2020']],
  ['FY 2021', []],
  ['A-29, A-29s, COVID-19.', ['A-29', 'COVID-19']],
  ['The first, as it was', ['The first, as']],
];

test.each(texts)('in "%s"', (text, covered) => {
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(covered);
});

test('without names nothing is covered', () => expect(findNames([])('section 7008')).toEqual([]));
