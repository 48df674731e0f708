import { expect, test } from 'vitest';
import { resolveContainers } from '../../../scripts/press/finish/repair/containers.ts';
import { cell, lines, picture, tag, tagged, written } from '../tags.ts';

const section = (...kids: Parameters<typeof tag>[1][]) => tagged(tag('NonStruct', ...kids), {}, { name: 'section' });

test.each([
  ['an element within a line goes', tag('P', 'H', tag('NonStruct', '2'), 'O'), 'P("H" "2" "O")'],
  ['an element of text between blocks is a paragraph', tag('NonStruct', 'a', tag('Em', 'b')), 'P("a" Em("b"))'],
  ['one of blocks goes', tag('NonStruct', tag('P', 'a'), tag('P', 'b')), 'P("a") P("b")'],
  ['a section is one', section(tag('H2', 'a'), tag('P', 'b')), 'Sect(H2("a") P("b"))'],
  ['text beside blocks gets a paragraph', section('a', tag('L'), 'b', 'c'), 'Sect(P("a") L() P("b" "c"))'],
  ['a cell may hold text', tag('Table', tag('TR', cell(undefined, 'a'))), 'Table(TR(TD("a")))'],
  ['a division that means nothing goes', tag('Div', tag('P', 'a')), 'P("a")'],
  ['a picture stands for itself', section(tag('Figure', picture())), 'Sect(Figure([]))'],
  ['code between blocks is a paragraph of code', tag('NonStruct', tag('Code', 'a')), 'P(Code("a"))'],
  ['a division with space only leaves nothing', tag('NonStruct'), ''],
])('%s', (_, kid, expected) => {
  expect(written(resolveContainers(tag('Document', kid)))).toBe(`Document(${expected})`);
});

test('words in another language keep it', () => {
  const words = tagged(tag('NonStruct', tag('NonStruct', 'mot')), { language: 'fr' });
  const document = resolveContainers(tag('Document', tag('P', 'the word ', words)));
  expect(written(document)).toBe('Document(P("the word " Span("mot")))');
});

test('borders and grounds decorate; what draws a figure or a label is its content', () => {
  const figure = tag('Figure', lines(), tag('P', lines(), 'b'));
  const document = tag('Document', tag('P', lines(), 'a'), figure, tag('Lbl', lines()));
  expect(written(resolveContainers(document))).toBe('Document(P("a") Figure(--- P("b")) Lbl(---))');
});

test('what a link in a picture draws is its content', () => {
  const figure = tag('Figure', tag('Link', lines(), 'a'));
  expect(written(resolveContainers(tag('Document', figure)))).toBe('Document(Figure(Link(--- "a")))');
});

test('what a division in another language leaves is in that language', () => {
  const division = tagged(tag('Div', tag('P', 'mot'), tag('P', 'autre')), { language: 'fr' });
  const { kids } = resolveContainers(tag('Document', division));
  expect(kids).toMatchObject([{ attributes: { language: 'fr' } }, { attributes: { language: 'fr' } }]);
});

test('what a division in another language leaves in a line is in that language, be it a block or bare', () => {
  const division = tagged(tag('Div', 'bonjour', tag('P', 'monde')), { language: 'fr' });
  const document = resolveContainers(tag('Document', tag('Table', tag('TR', cell(undefined, division, 'and')))));
  expect(written(document)).toBe('Document(Table(TR(TD(Span("bonjour") P("monde") "and"))))');
  expect(document.kids).toMatchObject([
    { kids: [{ kids: [{ kids: [{ attributes: { language: 'fr' } }, { attributes: { language: 'fr' } }, {}] }] }] },
  ]);
});
