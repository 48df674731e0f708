import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsCommand } from '../../scripts/facts/facts-command.ts';
import { markedProject, type SmallProject } from '../small-project.ts';

const edition = 'content/marked';
let project: SmallProject;
beforeAll(async () => {
  project = await markedProject({
    [`${edition}/facts.yaml`]: (text) =>
      `${text}\nhighest:\n  label: Most killed\n  query: |\n    select max(killed)\n    from mali_civilian_harm_by_year\n    where length(period) = 4\n  unit: people\n  format: number\n  source: apa-2023\n`,
    [`${edition}/charts/killed-by-year.yaml`]: (text) =>
      text.replace('length(period) = 4', "killed <= fact('highest') and length(period) = 4"),
    [`${edition}/en/10-summary.md`]: (text) =>
      text
        .replace('deaths :fact', ':fact[highest] at most; deaths :fact')
        .concat('\n:claim[1,277]{fact=highest} died.\n'),
  });
});
afterAll(() => project[Symbol.asyncDispose]());

const run = (...words: readonly string[]) => factsCommand(words, project.root);

test('the facts of an edition are listed with their words, units, sources and places', async () => {
  const { text, code } = await run('marked');
  expect(code).toBe(0);
  expect(text).toContain(
    [
      'killed-2022  1,277',
      '  Civilians killed in Mali, 2022',
      '  people · number · apa-2023',
      '  content/marked/en/10-summary.md:3:11  section summary (text)',
      '  content/marked/en/10-summary.md:8:3  section summary (key figure)',
      '  content/marked/edition.yaml:20:16  edition (key figure of the cover)',
      '  content/marked/charts/killed-by-year.yaml:3:51  chart killed-by-year (alternative text)',
      '',
      'killed-ratio  2.2 times',
      '  Civilians killed in 2022 as a multiple of 2021',
      '  times · apa-2023',
      '  from killed-2022, killed-2021',
    ].join('\n'),
  );
});

test('a fact leads back to its rows with their lines, source and digest, and on to its places', async () => {
  const { text, code } = await run('why', 'marked', 'highest');
  expect(code).toBe(0);
  expect(text.replace(/sha256:[0-9a-f]{64}/, 'DIGEST')).toBe(
    [
      'highest  1,277',
      'Most killed',
      'content/marked/facts.yaml:62:3',
      'value   1277 people',
      'query   select max(killed)',
      '        from mali_civilian_harm_by_year',
      '        where length(period) = 4',
      'source  apa-2023: “Mali: at least 1,277 civilians killed in 2022,” APA News, March 22, 2023, apanews.net/mali-at-least-1277-civilians-killed-in-2022-minusma',
      'rows    2 rows of data/mali-civilian-harm-by-year.csv (mali-civilian-harm-by-year, retrieved 2026-11, DIGEST)',
      '  data/mali-civilian-harm-by-year.csv:4:1  period 2021 · killed 584 · injured 466 · published 2023-03-22',
      '  data/mali-civilian-harm-by-year.csv:5:1  period 2022 · killed 1277 · injured 352 · published 2023-03-22',
      'printed',
      '  content/marked/en/10-summary.md:3:65  section summary (text)  1,277',
      '  content/marked/en/10-summary.md:13:1  section summary (claim)  1,277',
      '  content/marked/charts/killed-by-year.yaml:8:10  chart killed-by-year (query)',
      '',
    ].join('\n'),
  );
});

test('a fact of other facts shows the chain, and its value to the last digit', async () => {
  const { text } = await run('why', 'marked', 'killed-ratio');
  expect(text).toContain('value   1277 / 584, which is 2.186643835616438356…\n');
  expect(text).toContain('rests on\n  killed-2022  1,277\n  Civilians killed in Mali, 2022\n');
  expect(text).toContain('    data/mali-civilian-harm-by-year.csv:4:1  period 2021 · killed 584');
  expect(text).toContain('section summary (text)  rose\n');
  expect(text).toContain('chart killed-by-year (title)  more than doubled\n');
  expect((await run('why', 'marked', 'killed-2022')).text).toContain('named by killed-ratio\n');
});

test('the list is one document of JSON with places as numbers', async () => {
  const { text, code } = await run('marked', '--format', 'json');
  expect(code).toBe(0);
  const { edition: name, facts, diagnostics } = JSON.parse(text);
  expect([name, diagnostics]).toEqual(['marked', []]);
  expect(facts.find((fact: { name: string }) => fact.name === 'killed-ratio')).toMatchObject({
    label: 'Civilians killed in 2022 as a multiple of 2021',
    text: '2.2 times',
    value: '1277 / 584',
    unit: null,
    format: 'times',
    facts: ['killed-2022', 'killed-2021'],
    sources: ['apa-2023'],
  });
  expect(facts.find((fact: { name: string }) => fact.name === 'killed-2022').printed[0]).toEqual({
    place: { file: 'content/marked/en/10-summary.md', line: 3, column: 11 },
    of: 'section summary',
    part: 'text',
    as: 'full',
  });
});

test('a trace is one document of JSON: rows with their cells, the facts behind, and what each place prints', async () => {
  const { text, code } = await run('why', 'marked', 'killed-ratio', '--format', 'json');
  expect(code).toBe(0);
  const { fact } = JSON.parse(text);
  expect(fact.rests_on[0]).toMatchObject({ name: 'killed-2022', text: '1,277', named_by: ['killed-ratio'] });
  expect(fact.rests_on[1].rests[0].rows).toEqual([
    {
      number: 3,
      place: { file: 'data/mali-civilian-harm-by-year.csv', line: 4, column: 1 },
      cells: { period: '2021', killed: '584', injured: '466', published: '2023-03-22' },
    },
  ]);
  expect(fact.printed).toContainEqual({
    place: expect.objectContaining({ file: 'content/marked/charts/killed-by-year.yaml' }),
    of: 'chart killed-by-year',
    part: 'title',
    as: 'growth',
    text: 'more than doubled',
  });
});

test('each place that prints a fact is listed: text, headings, notes, tables, drawings, cells', async () => {
  const { text } = await run('marked');
  const places = [...text.matchAll(/^p(\d+) {2}.*\n(?: {2}(?!content).*\n)*((?: {2}content.*\n)*)/gm)].map(
    ([, place, where = '']) => `${place} ${where.trim().split('  ').at(-1)}`,
  );
  expect(places).toMatchInlineSnapshot(`
    [
      "1 edition (title)",
      "2 edition (running head)",
      "4 edition (summary)",
      "5 edition (correction)",
      "6 edition (key figure of the cover)",
      "7 chart killed-by-year (title)",
      "8 chart killed-by-year (subtitle)",
      "9 chart killed-by-year (alternative text)",
      "10 chart killed-by-year (note)",
      "11 chart killed-by-year (cell)",
      "12 chart killed-by-year (head of a column)",
      "13 chart killed-by-year (drawing)",
      "14 chart killed-by-year (drawing)",
      "15 map locator (title)",
      "16 map locator (alternative text)",
      "17 map locator (note)",
      "18 ",
      "19 table harm (title)",
      "20 table harm (subtitle)",
      "21 table harm (note)",
      "22 table harm (missing value)",
      "23 table harm (head of a column)",
      "24 timeline acts (title)",
      "25 timeline acts (note)",
      "26 ",
      "27 ",
      "28 ",
      "29 section summary (heading)",
      "30 section summary (key figure)",
      "31 section summary (note)",
      "32 section assistance (heading)",
      "33 section assistance (text)",
      "34 section assistance (text)",
      "35 section assistance (text)",
      "36 section assistance (table)",
      "37 section assistance (table)",
      "38 section assistance (alternative text)",
      "39 section assistance (call-out)",
      "40 section assistance (call-out)",
    ]
  `);
});

test('a place is that of the mark itself, in a folded text and in a cell of the data too', async () => {
  const { text } = await run('marked');
  for (const place of [
    'content/marked/edition.yaml:13:26  edition (summary)',
    'content/marked/charts/killed-by-year.yaml:9:54  chart killed-by-year (cell)',
    'data/restrictions.csv:3:27  timeline acts (cell)',
    'data/places.csv:3:7  map locator (cell)',
  ]) {
    expect(text).toContain(`  ${place}\n`);
  }
});

test.each([
  [[], 'name an edition'],
  [['why', 'marked'], 'name an edition and one of its facts'],
  [['marked', 'killed-2022'], 'name one edition'],
  [['marked', '--format', 'github'], '--format github: there are text and json'],
  [['mraked'], 'unknown edition "mraked": did you mean "marked"?'],
  [['why', 'marked', 'killed-202'], 'unknown fact "killed-202": did you mean "killed-2021"?'],
])('npm run facts -- %j is refused', async (words, message) => {
  const { text, code } = await run(...words);
  expect(code).toBe(2);
  expect(text).toContain(message);
});

test('a fact that has no value is told with what is wrong', async () => {
  await using odd = await markedProject({
    [`${edition}/facts.yaml`]: (text) => text.replace("period = '2022'", "period = '2023'"),
  });
  const { text, code } = await factsCommand(['why', 'marked', 'killed-2022'], odd.root);
  expect(code).toBe(1);
  expect(text).toContain('the fact "killed-2022" has no value: the messages below say why');
  expect(text).toContain('query-empty');
});
