import { expect, test } from 'vitest';
import { completeLists } from '../../../scripts/press/finish/repair/lists.ts';
import { applyRules } from '../../../scripts/press/finish/repair/rule.ts';
import { completeTables, nameCells } from '../../../scripts/press/finish/repair/tables.ts';
import type { Element } from '../../../scripts/press/finish/structure/element.ts';
import { cell, tag, tagged, written } from '../tags.ts';

test.each([
  ['a label and text', tag('LI', tag('Lbl', '1.'), 'a'), 'LI(Lbl("1.") LBody("a"))'],
  ['text alone', tag('LI', 'a'), 'LI(LBody("a"))'],
  ['a single paragraph, which is the body', tag('LI', tag('Lbl', '•'), tag('P', 'a')), 'LI(Lbl("•") LBody("a"))'],
  ['paragraphs', tag('LI', tag('P', 'a'), tag('P', 'b')), 'LI(LBody(P("a") P("b")))'],
  ['a list', tag('LI', 'a', tag('L', tag('LI', 'b'))), 'LI(LBody("a" L(LI(LBody("b")))))'],
  ['a label alone', tag('LI', tag('Lbl', '1.')), 'LI(Lbl("1."))'],
])('an entry with %s has its parts', (_, entry, expected) => {
  expect(written(applyRules(tag('Document', tag('L', entry)), [completeLists]))).toBe(`Document(L(${expected}))`);
});

test('what stands in a list without an entry gets one', () => {
  expect(written(applyRules(tag('Document', tag('L', tag('P', 'a'))), [completeLists]))).toBe(
    'Document(L(LI(LBody("a"))))',
  );
});

const head = tag('TR', cell('Column', 'A'), cell('Column', 'B'));
const row = tag('TR', cell('Row', 'r'), cell(undefined, tag('P', '1')));

test.each([
  ['head and body', tag('Table', head, row), 'THead(TR(TH("A") TH("B"))) TBody(TR(TH("r") TD("1")))'],
  ['a caption of a line', tag('Table', tag('P', 'c'), row), 'Caption("c") TBody(TR(TH("r") TD("1")))'],
  [
    'a caption of several',
    tag('Table', tag('P', 'c'), tag('P', 'd'), row),
    'Caption(P("c") P("d")) TBody(TR(TH("r") TD("1")))',
  ],
  [
    'head and body, when its rows have groups',
    tag('Table', tag('Caption', tag('P', 'c')), tag('THead', head), tag('TBody', row), tag('TFoot', row)),
    'Caption("c") THead(TR(TH("A") TH("B"))) TBody(TR(TH("r") TD("1")) TR(TH("r") TD("1")))',
  ],
  ['a caption of words', tag('Table', 'c', tag('Em', 'd'), row), 'Caption("c" Em("d")) TBody(TR(TH("r") TD("1")))'],
  ['no head where no row is one', tag('Table', row, head), 'TBody(TR(TH("r") TD("1")) TR(TH("A") TH("B")))'],
  ['no head where there is no body', tag('Table', head), 'TBody(TR(TH("A") TH("B")))'],
])('a table has %s', (_, table, expected) => {
  expect(written(applyRules(tag('Document', table), [completeTables]))).toBe(`Document(Table(${expected}))`);
});

function cellsOf({ kids }: Element): readonly Element[] {
  return kids.flatMap((kid) => (kid.kind !== 'element' ? [] : /^T[HD]$/.test(kid.type) ? [kid] : cellsOf(kid)));
}

test.each([
  [tag('Table', tag('Div', 'c'), row), 'a table on page 1 has a tag of the type "Div" among its rows'],
  [tag('Table', row, tag('P', 'c')), 'a table on page 1 has a tag of the type "P" among its rows'],
  [tag('Table', row, 'c'), 'a table on page 1 has content of its own among its rows'],
])('a table of which parts are neither rows nor caption is refused', (table, message) => {
  expect(() => applyRules(tag('Document', table), [completeTables])).toThrow(message);
});

test('a caption keeps its language', () => {
  const caption = tagged(tag('Caption', tag('P', 'c')), { language: 'fr' });
  const { kids } = applyRules(tag('Document', tag('Table', caption, row)), [completeTables]);
  expect(kids).toMatchObject([{ kids: [{ type: 'Caption', attributes: { language: 'fr' } }, { type: 'TBody' }] }]);
});

function namesOf(scope: 'Column' | undefined, columnSpan: number): readonly string[] {
  const named = tagged(tag('TH', 'A'), { id: 'node7', cell: { scope, rowSpan: 1, columnSpan, headers: [] } });
  const under = tagged(tag('TD', '1'), { cell: { scope: undefined, rowSpan: 1, columnSpan: 1, headers: ['node7'] } });
  const document = applyRules(tag('Document', tag('Table', tag('TR', named), tag('TR', under))), [nameCells()]);
  return cellsOf(document).map(({ attributes: { id, cell: own } }) => `${id} < ${own?.headers.join()}`);
}

test('cells name their heads where one spans several or does not say what it heads, and nowhere else', () => {
  expect(namesOf('Column', 2)).toEqual(['table-1-head-1 < ', 'undefined < table-1-head-1']);
  expect(namesOf(undefined, 1)).toEqual(['table-1-head-1 < ', 'undefined < table-1-head-1']);
  expect(namesOf('Column', 1)).toEqual(['undefined < ', 'undefined < ']);
});
