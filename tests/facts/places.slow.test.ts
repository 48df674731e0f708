import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alternativesOf, outlineOf, taggedText, textOfPages } from '../cli/read-pdf.ts';
import { buildAll, messagesOf } from '../cli/run-build.ts';
import { markedProject, type SmallProject } from '../small-project.ts';

let project: SmallProject;
let pdf: Uint8Array;
let printed: string;

beforeAll(async () => {
  project = await markedProject();
  expect((await buildAll(project.root)).diagnostics).toEqual([]);
  pdf = await readFile(join(project.root, 'out/marked.pdf'));
  printed = await taggedText(pdf);
});
afterAll(() => project[Symbol.asyncDispose]());

test('no mark of a fact is left in print', () => {
  expect(printed).not.toContain('fact[');
});

test.each([
  ['a title of the edition', 'The Case of Mali, place 1'],
  ['a correction', 'A correction of place 5.'],
  ['a key figure of the cover', 'civilians killed in 2022, place 6'],
  ['the title of a chart', 'Deaths more than doubled, place 7'],
  ['the subtitle of a chart', 'people a year, place 8'],
  ['the note of a chart', 'Of place 10.'],
  ['a table of the appendix, from data with a fact in them', '2022, place 11'],
  ['the head of a table of the appendix', 'Year, place 12'],
  ['the note of a map', 'Boundaries of place 17'],
  ['the title of a table', 'Harm, place 19'],
  ['the subtitle of a table', 'People, place 20'],
  ['the note of a table', 'Of place 21.'],
  ['a missing value of a table', 'not in place 22'],
  ['the head of a column', 'Period, place 23'],
  ['the title of a timeline', 'Acts of place 24'],
  ['the note of a timeline', 'Of place 25.'],
  ['a cell of a dataset in a table', '2021-H1 place 26'],
  ['an act of a timeline', 'Second coup of place 27'],
  ['an effect of a timeline', 'suspended, by place 28'],
  ['the heading of a section', 'Summary of place 29'],
  ['a key figure', 'civilians killed, place 30'],
  ['a note', 'As counted by MINUSMA, place 31'],
  ['a heading within a section', 'What there was in place 32'],
  ['a link', 'A link to place 33.'],
  ['a quotation', 'Quoted, place 34.'],
  ['a list', 'An entry, place 35'],
  ['the head of a markdown table', 'Head, place 36'],
  ['a cell of a markdown table', 'place 37'],
  ['the title of a call-out', 'A word, place 39'],
  ['a call-out', 'Beside the text, place 40.'],
  ['emphasis, in another format', 'In 2022, 1,277 civilians were killed; deaths rose.'],
])('a fact is printed in %s', (_, words) => {
  expect(printed).toContain(words);
});

test('a fact is drawn in annotations, axes and labels of charts and maps, which are not tagged', async () => {
  const drawn = (await textOfPages(pdf)).join(' ').replace(/\s+/g, ' ');
  for (const words of ['by place 14', 'People, place 13', '2022, place 11', 'Gao, place 18'])
    expect(drawn).toContain(words);
});

test('a fact is printed in the running head, the outline, the contents and where a heading is referred to', async () => {
  expect((await textOfPages(pdf)).at(-1)).toContain('Mali, place 2');
  expect((await outlineOf(pdf)).map((line) => line.trim())).toContain('Summary of place 29');
  expect(printed.match(/Summary of place 29/g)).toHaveLength(3);
  expect(printed).toContain('See Summary of place 29');
});

test('a fact is told in alternative texts', async () => {
  const alternatives = (await alternativesOf(pdf)).join('\n');
  for (const words of ['Two bars, place 9: 584 and 1,277.', 'its neighbours, place 16.', 'A pixel, place 38']) {
    expect(alternatives).toContain(words);
  }
});

test('a fact is in what the PDF says of itself', async () => {
  const document = await PDFDocument.load(pdf);
  expect(document.getTitle()).toBe('The Case of Mali, place 1');
  expect(document.getSubject()).toBe('A small edition of place 4.');
  expect(Buffer.from(pdf).toString('utf8')).not.toContain(':fact[');
});

test('an unknown fact is told wherever it stands', async () => {
  const wrong = (text: string) => text.replace(/:fact\[p\d+\]/g, ':fact[px]');
  const files = ['edition.yaml', 'charts/killed-by-year.yaml', 'maps/locator.yaml', 'tables/harm.yaml']
    .concat(['timelines/acts.yaml', 'en/10-summary.md', 'en/20-assistance.md'])
    .map((file) => `content/marked/${file}`)
    .concat(['data/places.csv', 'data/restrictions.csv', 'data/mali-civilian-harm-by-year.csv']);
  await using odd = await markedProject(Object.fromEntries(files.map((file) => [file, wrong])));
  const messages = (await messagesOf(odd.root))
    .filter((line) => line.includes('fact-unknown'))
    .map((line) => line.split(' ')[0]);
  expect(messages).toMatchInlineSnapshot(`
    [
      "content/marked/charts/killed-by-year.yaml:1",
      "content/marked/charts/killed-by-year.yaml:2",
      "content/marked/charts/killed-by-year.yaml:3",
      "content/marked/charts/killed-by-year.yaml:5",
      "content/marked/charts/killed-by-year.yaml:8",
      "content/marked/charts/killed-by-year.yaml:12",
      "content/marked/charts/killed-by-year.yaml:12",
      "content/marked/charts/killed-by-year.yaml:17",
      "content/marked/charts/killed-by-year.yaml:20",
      "content/marked/edition.yaml:2",
      "content/marked/edition.yaml:3",
      "content/marked/edition.yaml:13",
      "content/marked/edition.yaml:15",
      "content/marked/edition.yaml:21",
      "content/marked/en/10-summary.md:1",
      "content/marked/en/10-summary.md:8",
      "content/marked/en/10-summary.md:11",
      "content/marked/en/20-assistance.md:3",
      "content/marked/en/20-assistance.md:5",
      "content/marked/en/20-assistance.md:7",
      "content/marked/en/20-assistance.md:9",
      "content/marked/en/20-assistance.md:11",
      "content/marked/en/20-assistance.md:13",
      "content/marked/en/20-assistance.md:15",
      "content/marked/en/20-assistance.md:19",
      "content/marked/en/20-assistance.md:20",
      "content/marked/maps/locator.yaml:1",
      "content/marked/maps/locator.yaml:2",
      "content/marked/maps/locator.yaml:4",
      "content/marked/maps/locator.yaml:9",
      "content/marked/tables/harm.yaml:1",
      "content/marked/tables/harm.yaml:2",
      "content/marked/tables/harm.yaml:4",
      "content/marked/tables/harm.yaml:5",
      "content/marked/tables/harm.yaml:8",
      "content/marked/tables/harm.yaml:8",
      "content/marked/timelines/acts.yaml:1",
      "content/marked/timelines/acts.yaml:3",
      "content/marked/timelines/acts.yaml:4",
    ]
  `);
});
