import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { keepTogether } from '../../scripts/press/page/keep-together.ts';

const set = (html: string): string => toHtml(keepTogether(fromHtml(html, { fragment: true })));
/** What stands on one line each. */
const wholes = (html: string): readonly string[] =>
  [...set(html).matchAll(/<span class="whole">(.*?)<\/span>/g)].map(([, words = '']) => words);

describe('a line does not break', () => {
  test.each([
    ['between month and day', 'By July 29, 2022, it was over.', ['July 29,']],
    ['between day and month, where the day comes first', 'Le 5 novembre 2021.', ['5 novembre']],
    ['in a span of days', 'From March 27–31, 2022.', ['March 27–31,']],
    ['in a span of years', 'In 2014–2018 and FY 2017–2018.', ['2014–2018', '2017–2018']],
    ['in a short word with a hyphen', 'Of al-Shabaab in the North-east.', ['al-Shabaab', 'North-east']],
    ['before a number', 'An A-29 and COVID-19.', ['A-29', 'COVID-19']],
  ])('%s', (_, text, expected) => expect(wholes(text)).toEqual(expected));
});

describe('a paragraph does not end with a line of one short word', () => {
  test.each([
    ['<p>Nobody whom we read had known of it before December 2021.</p>', ['December 2021.']],
    ['<p>Nobody whom we read had known of it <i>in <span>May 2021</span>.</i><sup>3</sup></p>', ['May 2021']],
    ['<p>Of those who had known of it nobody said that it <em>was so</em></p>', ['was so']],
    ['<p>Nobody whom we read had known of it with certainty</p>', []],
    ['<p>Nobody whom we read had known of it before <code>a b</code>.</p>', []],
    ['<p>It came in December 2021.</p>', []],
  ])('%s', (html, expected) => expect(wholes(html)).toEqual(expected));
});

describe('a line may break', () => {
  test.each([
    ['at the hyphen of a long word', 'state-sponsored, counter-insurgency'],
    ['between month and year', 'In November 2021.'],
    ['in code', '<code>al-qaeda 1-2</code>'],
    ['after a sentence that ends with a name', 'Gao 3,500 people'],
  ])('%s', (_, text) => expect(wholes(text)).toEqual([]));
});

test.each([
  ['un.org/news/aid-cut', 'un.org|/news|/aid|-cut'],
  ['reliefweb.int/report/sheet-1', 'reliefweb.int|/report|/sheet-1'],
  ['a-b.org', 'a-b.org'],
  ['b.org/d-etre-lies?page=1', 'b.org/d|-etre|-lies|?page=1'],
])('an address breaks after its host and before what parts it: %s', (address, broken) => {
  expect(set(`<a class="url" href="#">${address}</a>`)).toBe(
    `<a class="url" href="#">${broken.replaceAll('|', '<wbr>')}</a>`,
  );
});

test('the words stay as they are', () => {
  const text = 'On May 24, 2021, al-Shabaab … 2014–2018.';
  expect(set(text).replaceAll(/<[^>]*>/g, '')).toBe(text);
});
