import { expect, test } from 'vitest';
import { resolveContainers } from '../../../scripts/press/finish/repair/resolve-containers.ts';
import { cell, picture, tag, tagged, written } from '../tags.ts';

const run = (text: string) => tag('NonStruct', text);
const section = (...kids: Parameters<typeof tag>[1][]) => tagged(tag('NonStruct', ...kids), {}, { name: 'section' });

test.each([
  ['a run of text goes', tag('P', run('a'), tag('Strong', run('b')), run('c')), 'P("a" Strong("b") "c")'],
  ['an element within a line goes', tag('P', run('H'), tag('NonStruct', run('2')), run('O')), 'P("H" "2" "O")'],
  [
    'an element of text between blocks is a paragraph',
    tag('NonStruct', run('a'), tag('Em', run('b'))),
    'P("a" Em("b"))',
  ],
  ['one of blocks goes', tag('NonStruct', tag('P', run('a')), tag('P', run('b'))), 'P("a") P("b")'],
  ['a section is one', section(tag('H2', run('a')), tag('P', run('b'))), 'Sect(H2("a") P("b"))'],
  [
    'text beside blocks gets a paragraph',
    section(run('a'), tag('L'), run('b'), run('c')),
    'Sect(P("a") L() P("b" "c"))',
  ],
  ['a cell may hold text', tag('Table', tag('TR', cell(undefined, run('a')))), 'Table(TR(TD("a")))'],
  ['a division that means nothing goes', tag('Div', tag('P', run('a'))), 'P("a")'],
  ['a picture stands for itself', section(tag('Figure', picture())), 'Sect(Figure([]))'],
  ['code between blocks is a paragraph of code', tag('NonStruct', tag('Code', run('a'))), 'P(Code("a"))'],
  ['a division with space only leaves nothing', tag('NonStruct'), ''],
])('%s', (_, kid, expected) => {
  expect(written(resolveContainers(tag('Document', kid)))).toBe(`Document(${expected})`);
});

test('words in another language keep it', () => {
  const words = tagged(tag('NonStruct', tag('NonStruct', 'mot')), { language: 'fr' });
  const document = resolveContainers(tag('Document', tag('P', 'the word ', words)));
  expect(written(document)).toBe('Document(P("the word " Span("mot")))');
});
