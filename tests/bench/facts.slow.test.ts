import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RuleId } from '../../scripts/press/diagnostics/rules.ts';
import { changeCell } from '../../scripts/tools/bench/facts/cell-mutants.ts';
import { scoresOf, type Tried } from '../../scripts/tools/bench/facts/facts.ts';
import { changedNumerals, changedValues, type Mutant } from '../../scripts/tools/bench/facts/mutation.ts';
import { numberedStretches } from '../../scripts/tools/bench/facts/text-mutants.ts';
import { openTrial } from '../../scripts/tools/bench/facts/trial.ts';
import { visibleDifference, visiblePageOf } from '../../scripts/tools/bench/facts/visible-page.ts';

const repository = join(import.meta.dirname, '../..');

const classes = ['cell of data', 'number typed into print', 'other number in content'] as const;

/** Some of a list, chosen by a seed: always the same ones, in the order of the list. */
function sampleOf<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  let state = seed;
  /** A linear congruential generator (Numerical Recipes, 7.1). */
  const next = (): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const keyed = items.map((item, index) => ({ item, index, key: next() }));
  const chosen = keyed.toSorted((one, other) => one.key - other.key).slice(0, count);
  return chosen.toSorted((one, other) => one.index - other.index).map(({ item }) => item);
}

/** The editions of the series: opened once, since that takes as long as a dozen changes. */
let trial: Awaited<ReturnType<typeof openTrial>>;
beforeAll(async () => {
  trial = await openTrial(repository);
});
afterAll(() => trial[Symbol.asyncDispose]());

/** A sample of the changes to the editions of the series, of each class as many, and what became of them. */
async function trySome(
  count: number,
  wanted: readonly Mutant['class'][],
  ignored: readonly RuleId[] = [],
): Promise<readonly Tried[]> {
  const some = wanted.flatMap((name) =>
    sampleOf(
      trial.mutants.filter((mutant) => mutant.class === name),
      count,
      7,
    ),
  );
  const tried: Tried[] = [];
  for (const mutant of some) {
    tried.push({ ...mutant, outcome: await trial.outcomeOf(mutant, new Set(ignored)) });
  }
  return tried;
}

test('a sample of changed cells, typed numbers and other numerals is noticed to the last', async () => {
  const tried = await trySome(10, classes);
  const scores = scoresOf(tried);
  expect(scores.map((score) => score.class)).toEqual(classes);
  expect(scores.flatMap(({ lines }) => lines).filter((line) => line.includes('not noticed:'))).toEqual([]);
  expect(tried).toHaveLength(30);
});

test('with its check switched off, typed numbers change unnoticed, and each is named by its place', async () => {
  const [typed] = scoresOf(await trySome(8, ['number typed into print'], ['number-typed-strict', 'claim-wrong']));
  expect(typed?.all).toBe(8);
  expect(typed?.noticed).toBeLessThan(8);
  expect(typed?.lines[1]).toMatch(/not noticed: content\/\w+\/\S+:\d+:\d+ {2}.+ → .+/);
});

test.each([
  ['1277', 'integer', [], ['1278', '3848', '0', '1277000']],
  ['146000000', 'integer', [], ['147000000', '438000017', '0', '146000000000']],
  ['16.56', 'number', [], ['16.57', '49.85', '0', '16000']],
  ['0', 'integer', [], ['1', '17', '9000000']],
  ['', 'integer', [], ['17', '0', '9000000']],
  ['2021-05', 'yearmonth', [], ['2021-04', '2020-05']],
  ['2021-01-01', 'string', [], ['2021-01-02', '2020-01-01']],
  ['Coup; section 7008', 'string', [], ['Coup; section 7009']],
  ['Borno', 'string', ['Borno', 'Yobe', ''], ['Borno too', 'Yobe']],
  ['true', 'boolean', [], ['false']],
] as const)('the cell "%s" of type %s is changed from the finest to the farthest', (value, type, column, after) => {
  expect(changedValues(value, { name: 'x', type }, column)).toEqual(after);
});

test('a cell that may say only some words is changed to the others of them', () => {
  const field = { name: 'x', type: 'string' as const, constraints: { enum: ['Ethiopia', 'Mali'] } };
  expect(changedValues('Mali', field, [])).toEqual(['Ethiopia']);
});

test.each([
  ['1,277', ['1,278', '2,277', '9,999', '0,000']],
  ['May 24, 2029', ['May 24, 2028', 'May 34, 2029', 'May 99, 9999', 'May 00, 0000']],
  ['2021-11-05', ['2021-11-06', '3021-11-05', '9999-99-99', '0000-00-00']],
  ['0', ['1', '9', '9000000']],
  ['17', ['18', '27', '99', '00', '9000000']],
  ['Two', ['Three']],
  ['more than doubled', ['more than tripled']],
  ['a few', []],
] as const)('the numeral "%s" is changed from the finest to the farthest', (before, after) => {
  expect(changedNumerals(before)).toEqual(after);
});

test('a cell is changed in the text of its file, quoted where it must be, and no other', () => {
  const csv = 'id,words\r\na,"x, y"\r\nb,z\r\n';
  expect(changeCell(csv, { row: 0, column: 'words', after: 'u, v' })).toBe('id,words\r\na,"u, v"\r\nb,z\r\n');
  expect(changeCell(csv, { row: 1, column: 'id', after: 'c' })).toBe('id,words\r\na,"x, y"\r\nc,z\r\n');
});

test('of YAML, numerals of keys and values are changed, those of comments and notes are not', () => {
  const source = 'killed-2022: # since 2021\n  note: In 2022\n  label: Two thirds\n  query: select 5 - 2021-05\n';
  const found = numberedStretches('content/mali/facts.yaml', source);
  expect(found.map(({ start, end }) => source.slice(start, end))).toEqual(['2022', 'Two thirds', '5', '2021-05']);
});

const page = (body: string) => visiblePageOf(`<body><h1 id="a" data-source="x:1">Title</h1>${body}</body>`);
const bar = (height: string) => `<svg aria-label="Bars" id="c"><path d="M0,0v${height}" opacity="0.5"></path></svg>`;

test.each([
  ['an id', '<p id="b">5</p>', '<p id="c">5</p>', undefined],
  ['where a text comes from', '<p data-fact="b">5</p>', '<p data-fact="c">5</p>', undefined],
  ['a word', '<p>five</p>', '<p>six</p>', 'text'],
  ['an alternative text', '<img alt="five">', '<img alt="six">', 'text'],
  ['what a drawing is called', bar('9'), bar('9').replace('Bars', 'Rods'), 'text'],
  ['an address', '<a href="https://a.org/1">a</a>', '<a href="https://a.org/2">a</a>', 'text'],
  ['a cell', '<table><td>5</td></table>', '<table><td>6</td></table>', 'table'],
  ['a bar by a dot', bar('9'), bar('9.3'), 'chart'],
  ['a bar by less than a dot', bar('9'), bar('9.1'), undefined],
  ['a shade', bar('9'), bar('9').replace('0.5', '0.6'), 'chart'],
])('a reader of a page in which %s changes notices what can be seen or heard', (_, before, after, noticed) => {
  expect(visibleDifference(page(before), page(after))).toBe(noticed);
});

test('a sample is the same for the same seed, and in the order of its list', () => {
  const list = Array.from({ length: 100 }, (_, index) => index);
  const sample = sampleOf(list, 10, 7);
  expect(sample).toEqual(sampleOf(list, 10, 7));
  expect(sample).not.toEqual(sampleOf(list, 10, 8));
  expect(sample).toEqual(sample.toSorted((one, other) => one - other));
});

test('a score that is nearly whole is not rounded up, and cells without effect are told and not counted', () => {
  const tried = Array.from({ length: 1000 }, (_, index): Tried => {
    const fate = index === 0 ? 'nothing' : index === 1 ? 'unused' : 'text';
    const place = { file: 'data/a.csv', line: index + 2, column: 1 };
    return { class: 'cell of data', place, before: 'n 1', outcome: { fate, after: '2', finer: 0 } };
  });
  expect(scoresOf(tried).flatMap(({ lines }) => lines)).toEqual([
    'cell of data: 998 of 999 noticed (99%): 998 by text; 998 of them at the finest change',
    '  not noticed: data/a.csv:2:1  n 1 → 2',
    '  read, but no answer turns on it: data/a.csv:3:1  n 1 → 2',
  ]);
});
