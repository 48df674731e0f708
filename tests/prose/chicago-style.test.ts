import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { formatCitation } from '../../scripts/press/prose/chicago-style.ts';
import type { Source } from '../../scripts/press/read/schemas/sources.ts';

const news: Source = {
  id: 'apa',
  type: 'article-newspaper',
  title: 'Mali: “at least” 1,277 killed',
  'title-short': 'At least 1,277 killed',
  'container-title': 'APA News',
  issued: '2023-03-22',
  URL: 'https://www.apanews.net/mali/',
};
const report: Source = {
  id: 'crs',
  type: 'report',
  title: 'Crisis in Mali',
  author: [{ family: 'Arieff', given: 'Alexis' }],
  publisher: 'Congressional Research Service',
  genre: 'report',
  number: 'R42664',
  issued: '2013-03',
};
const house: Source = { id: 'usaid', type: 'report', title: 'Fact Sheet #1', publisher: 'USAID', issued: '2021' };

function cited(source: Source, form: 'full' | 'short', locator?: string): string {
  const style = { form, language: 'en', labels: { accessed: 'accessed {date}' }, ...(locator ? { locator } : {}) };
  return textOf({ type: 'root', children: [...formatCitation(source, style)] });
}

test('a piece in a newspaper: title in quotation marks, the comma inside, the address without its scheme', () => {
  expect(cited(news, 'full')).toBe('“Mali: ‘at least’ 1,277 killed,” APA News, March 22, 2023, apanews.net/mali');
});
test('a report: author first, month as precise as it is known', () => {
  expect(cited(report, 'full')).toBe(
    'Alexis Arieff, Crisis in Mali, report R42664, Congressional Research Service, March 2013',
  );
});
test('a report without an author is its publisher’s, named once', () => {
  expect(cited(house, 'full')).toBe('USAID, Fact Sheet #1, 2021');
});
test('the short form has a name, the short title and the locator', () => {
  expect(cited(news, 'short', 'p. 2')).toBe('APA News, “At least 1,277 killed,” p. 2');
  expect(cited(report, 'short')).toBe('Arieff, Crisis in Mali');
});

test.each([
  ['fr', 'lang="fr"'],
  ['en', ''],
])('a title says that it is in another language than the edition: %s', (language, citation) => {
  const style = { form: 'full', language: 'en', labels: {} } as const;
  for (const source of [news, report]) {
    const written = toHtml({ type: 'root', children: [...formatCitation({ ...source, language }, style)] });
    expect(written.match(/lang="\w+"/)?.[0] ?? '').toBe(citation);
  }
});

test('what is called as the house that makes it is named once', () => {
  const atlas: Source = { id: 'atlas', type: 'dataset', title: 'Natural Earth', publisher: 'Natural Earth' };
  expect([cited(atlas, 'full'), cited(atlas, 'short')]).toEqual(['Natural Earth', 'Natural Earth']);
});
