import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { fitTables } from '../../scripts/press/page/fit-tables.ts';

function fitted(html: string, where: 'text' | 'note' = 'text'): string {
  const tree: Root = fromHtml(html, { fragment: true });
  fitTables(tree, where);
  return toHtml(tree);
}

const table = (...cells: readonly string[]) =>
  `<table><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`;
const long = 'x'.repeat(80);

test('a table of words that have room stays as it is', () => {
  const plain = table(
    'Office of Paper Boats',
    'Ponds and wells',
    'A sentence of many words that a cell breaks between them',
  );
  expect(fitted(plain)).toBe(plain);
});

test('a word that is longer than its column may break, and no other', () => {
  expect(fitted(table('Office', `at <b>${long}</b> now`))).toBe(
    table('Office', `at <b><span class="long-word">${long}</span></b> now`),
  );
});

test('many columns have the whole width, and short words stay whole there', () => {
  const html = fitted(table(...Array.from({ length: 12 }, (_, nth) => `Month${nth}`), long));
  expect(html).toContain('<table class="crowded">');
  expect(html.match(/long-word/g)).toHaveLength(1);
});

test('within a list, a quotation or a note there is less room', () => {
  const word = 'x'.repeat(50);
  expect(fitted(table(word, 'y'))).not.toContain('long-word');
  expect(fitted(`<ul><li><blockquote>${table(word, 'y')}</blockquote></li></ul>`)).not.toContain('crowded');
  expect(fitted(`<ul><li><ul><li><blockquote>${table(word, 'y')}</blockquote></li></ul></li></ul>`)).toContain(
    'long-word',
  );
  expect(fitted(table(word, 'y'), 'note')).toContain('long-word');
});
