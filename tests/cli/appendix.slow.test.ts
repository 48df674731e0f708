import { readFile } from 'node:fs/promises';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { destinationsOf } from '../../scripts/press/print/destinations-of.ts';
import { linkTargets } from '../../scripts/press/verify/pdf-links.ts';
import { type Change, smallProject } from '../small-project.ts';
import { outlineOf, taggedText } from './read-pdf.ts';
import { buildAll, messagesOf } from './run-build.ts';

const chart = 'content/mali-small/charts/killed-by-year.yaml';
const map = 'content/mali-small/maps/locator.yaml';
const edition = 'content/mali-small/edition.yaml';
const harm = 'data/mali-civilian-harm-by-year.csv';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** The small edition, built with these changes: what its appendix says, and its links within. */
async function printed(changes: Readonly<Record<string, Change>> = {}) {
  await using project = await smallProject(changes);
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
  const pdf = await readFile(published[0]?.path ?? '');
  const document = await PDFDocument.load(pdf);
  const targetOf = linkTargets(document);
  const links = document.getPages().flatMap((page, index) => {
    const annotations = (page.node.Annots()?.asArray() ?? []).map((ref) => document.context.lookup(ref, PDFDict));
    const inside = annotations.filter((annotation) => annotation.get(PDFName.of('Subtype')) === PDFName.of('Link'));
    return inside.map(targetOf).flatMap((to) => (to.kind === 'inside' ? [{ page: index + 1, to: to.name }] : []));
  });
  const text = await taggedText(pdf);
  const appendix = text.split('Data behind the charts').slice(2).join();
  return { pdf, text, appendix, links, pages: document.getPageCount(), at: destinationsOf(document) };
}

test('the appendix prints what each chart draws, under words, on pages after all others', async () => {
  const { pdf, appendix, at, pages } = await printed();
  expect(appendix).toContain(
    'More civilians were killed in 2022 than in 2021 Civilians killed in Mali, people a year Source: APA News Year Civilians killed 2021 584 2022 1,277',
  );
  expect(at.get('appendix')).toBe(pages);
  expect(at.get('colophon')).toBeLessThan(pages);
  expect(await outlineOf(pdf)).toContain('  Data behind the charts');
});

test('figure and table lead to each other', async () => {
  const { links, at } = await printed();
  const figure = { page: at.get('chart-killed-by-year'), to: 'data-chart-killed-by-year' };
  const table = { page: at.get('data-chart-killed-by-year'), to: 'chart-killed-by-year' };
  expect(links).toContainEqual(figure);
  expect(links).toContainEqual(table);
  expect(table.page).not.toBe(figure.page);
});

test('a missing value is said in words: those of the chart, else those of the labels', async () => {
  const injured = replace('field: killed, head: Civilians killed,', 'field: injured, head: Injured,');
  const query = replace(
    'select period, killed',
    'select period, killed, case period when 2021 then injured end as injured',
  );
  const changed = (more: string) => ({ [chart]: (text: string) => `${injured(query(text))}${more}` });
  expect((await printed(changed(''))).appendix).toContain('Injured 2021 466 2022 no figure');
  expect((await printed(changed('missing: not counted\n'))).appendix).toContain('Injured 2021 466 2022 not counted');
});

test('many marks for one value are one row where the chart says so, and rows share a head that repeats', async () => {
  const squares = `select year, half, killed from (
      select left(period, 4) as year, right(period, 2) as half, killed, unnest(range(3)) as n
      from mali_civilian_harm_by_year where period like '%H%'
    ) order by half, n`;
  const { appendix } = await printed({
    [chart]: (text) =>
      text
        .replace(/query: .*/, `query: |\n    ${squares}`)
        .replace('columns:\n  - { field: period,', 'rows: distinct\ncolumns:\n  - { field: year,')
        .replace('head: Year }', 'head: Year }\n  - { field: half, head: Half-year }')
        .replace('y: { field: period', 'y: { field: half')
        .replace(/ {4}- mark: { type: text[\s\S]*/, ''),
  });
  expect(appendix).toContain('Year Half-year Civilians killed 2021 H1 266 H2 318');
});

test.each([
  ['a column', 40, 1],
  ['two pages', 300, 2],
])('a long, narrow table that is set in two columns on %s is read as one, its head once', async (_, rows, pages) => {
  const years = `select (1700 + n)::varchar as period, n as killed from (
      select unnest(range(${rows})) as n from mali_civilian_harm_by_year where period = '2021'
    ) order by n`;
  const {
    appendix,
    at,
    pages: last,
  } = await printed({
    [edition]: (text) => text.replace('names: [', `names: ["1700", "${rows}", `),
    [chart]: (text) =>
      text
        .replace(/query: .*/, `query: |\n    ${years}`)
        .replace('spec:', 'spec:\n  transform: [{ filter: "datum.killed < 3" }]'),
  });
  const read = Array.from({ length: rows }, (_, n) => `${1700 + n}${n}`).join('');
  expect(appendix.replaceAll(' ', '')).toContain(`YearCivilianskilled${read}Datasets`);
  expect(last - (at.get('appendix') ?? 0) + 1).toBe(pages);
});

test('a map has a table where it says what that shows', async () => {
  expect((await printed()).appendix).not.toContain('Bamako');
  const columns =
    'columns: [{ field: name, head: Place }, { field: lat, head: Latitude, format: number, decimals: 1 }]\n';
  const { appendix, links } = await printed({ [map]: (text) => `${text}${columns}` });
  expect(appendix).toMatch(/1,277.*Map on the cover Mali Source: .+ Place Latitude Bamako 12\.6 Gao 16\.3/);
  expect(links).toContainEqual({ page: 1, to: 'data-map-locator' });
});

test('an edition without appendix prints none, and none of its charts must say what its table shows', async () => {
  const { text, links, pages } = await printed({
    [edition]: (yaml) => `${yaml}appendix: none\n`,
    [chart]: replace(/columns:\n(?: {2}- .*\n)+/, ''),
  });
  expect(text).not.toMatch(/Data behind the charts|Data in the appendix/);
  expect(links.filter(({ to }) => to.startsWith('data-'))).toEqual([]);
  expect(pages).toBe((await printed()).pages - 1);
});

test('the pages of the appendix are beyond the budget', async () => {
  const { pages } = await printed();
  const budget = (most: number) => ({ [edition]: replace('pages: 6', `pages: ${most}`) });
  expect((await printed(budget(pages - 1))).pages).toBe(pages);
  await using tight = await smallProject(budget(pages - 2));
  expect((await buildAll(tight.root)).diagnostics.map(({ rule }) => rule)).toEqual(['pages-budget']);
});

test('a character that no font has in a table of the appendix is told once, with the script that it is of', async () => {
  const changes = {
    [harm]: replace('2022,1277', '2022 漢,1277'),
    [chart]: replace('length(period) = 4', "period >= '2022'"),
  };
  await using project = await smallProject(changes);
  const messages = (await messagesOf(project.root)).filter((line) => line.includes('glyph-missing'));
  expect(messages).toEqual([expect.stringContaining('3 letters (Han) are in no font of the series')]);
});

test.each([
  [
    'no columns',
    { [chart]: replace(/columns:\n(?: {2}- .*\n)+/, '') },
    `${chart}:1 chart-columns the chart "killed-by-year" does not say what its table in the appendix shows`,
  ],
  [
    'a column that the data do not have',
    { [chart]: replace('field: killed, head', 'field: kiled, head') },
    `${chart}:10 query-shape the data has no column "kiled"`,
  ],
  [
    'a format that the values do not fit',
    { [chart]: replace('head: Year }', 'head: Year, format: times }') },
    `${chart}:9 fact-value the format "times" wants a number, and the value is the text "2021"`,
  ],
])('%s in a table of the appendix is told at its place', async (_, changes, messages) => {
  await using project = await smallProject(changes);
  expect(await messagesOf(project.root)).toContain(messages);
});
