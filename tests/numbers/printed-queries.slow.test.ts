import { describe, expect, test } from 'vitest';
import { checkOutput, checkOutputTogether } from '../check-output.ts';
import type { Change } from '../small-project.ts';

const edition = 'content/mali-small/edition.yaml';
const facts = 'content/mali-small/facts.yaml';
const assistance = 'content/mali-small/en/20-assistance.md';
const chart = 'content/mali-small/charts/killed-by-year.yaml';
const table = 'content/mali-small/tables/harm.yaml';
const timeline = 'content/mali-small/timelines/acts.yaml';
const map = 'content/mali-small/maps/locator.yaml';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const append = (more: string) => (text: string) => `${text}\n${more}\n`;

/** The small edition with one more fact, which stands in its text. */
const withFact = (query: string, format = 'number', name = 'ones'): Readonly<Record<string, Change>> => ({
  [facts]: append(`${name}:\n  label: Ones\n  query: ${JSON.stringify(query)}\n  format: ${format}`),
  [assistance]: append(`There were :fact[${name}].`),
});

const harm = 'from mali_civilian_harm_by_year';
/** Facts that are typed into their queries: the column to which the message points, and what it says. */
const typed: readonly (readonly [query: string, format: string, message: string])[] = [
  [`select max(999) ${harm}`, 'number', ':22  error  "999" is typed in: no fact'],
  ['select 41 from range(1)', 'number', ':18  error  "41" is typed in'],
  ["select extract(year from date '1906-01-01') * 2", 'number', ':41  error  "1906-01-01" is typed in'],
  [
    "select case when killed > 5 then 'some 45 people' end from mali_civilian_harm_by_year where period = '2022'",
    'text',
    ':50  error  "45" is typed in',
  ],
  [`select 'forty' || '-five people' ${harm} limit 1`, 'text', ':19  error  "forty-five" is typed in'],
  [`select 'it''s 45' ${harm} limit 1`, 'text', ':25  error  "45" is typed in'],
  [`select sum(killed) * 3.7 ${harm}`, 'number', ':32  error  "3.7" is typed in'],
  [`select count(*) from (select 1 ${harm} limit 3)`, 'number', 'error  "3" is typed in'],
  [`select strlen('abcdefghij') ${harm} limit 1`, 'number', 'error  "abcdefghij" is typed in, and the query makes'],
  [`select row_number() over () ${harm} limit 1 offset 3`, 'number', 'error  "3" is typed in'],
  ['select count(*)', 'number', 'error  the query makes a number here that does not come from data'],
  [`select 'many' ${harm} limit 1`, 'text', ':10  error  the value of the fact "ones-12" does not come from data'],
];

/** One edition with a fact for each of some queries, and the lines at which these stand. */
const withFacts = (queries: readonly (readonly [query: string, format: string, message: string])[]) => {
  const output = checkOutputTogether(
    queries.map(([query, format], index) => withFact(query, format, `ones-${index + 1}`)),
  );
  return async (index: number) => {
    const place = `content/mali-small/facts.yaml:${17 + 5 * index}:`;
    return (await output())
      .split('\n')
      .filter((line) => line.startsWith(place))
      .join('\n');
  };
};

describe('a number that the query of a fact types is told at its own place', () => {
  const outputOf = withFacts(typed);
  test.each(typed.map(([query, , message], index) => [query, message, index] as const))(
    '%s',
    async (_query, message, index) => {
      expect(await outputOf(index)).toContain(message);
    },
  );

  test('also in a block of YAML, at its line and column', async () => {
    const query = 'query: |\n    select\n      max(killed) + 41\n    from mali_civilian_harm_by_year';
    const output = await checkOutput({
      [facts]: append(`ones:\n  label: Ones\n  ${query}\n  format: number`),
      [assistance]: append('There were :fact[ones].'),
    });
    expect(output).toContain('content/mali-small/facts.yaml:19:21  error  "41" is typed in');
  });
});

/** Facts whose numbers are data, with the literals that ask for them. */
const fine: readonly string[] = [
  `select round(100 * a.killed / b.killed, 0) ${harm} a, mali_civilian_harm_by_year b where a.period = '2021' and b.period = '2022'`,
  `select sum(killed) / 1000 ${harm} where killed > 45`,
  `select max(left(period, 4)::integer) - min(left(period, 4)::integer) + 1 ${harm}`,
  `select killed ${harm} order by killed desc limit 1 offset 1`,
  `select sum(case when killed > 45 then 1 else 0 end) ${harm}`,
];
describe('nothing is told of', () => {
  const output = checkOutputTogether(fine.map((query, index) => withFact(query, 'number', `ones-${index + 1}`)));
  test.each(fine)('%s', async () => expect(await output()).toBe(''));
});

test('what data are multiplied by may be declared with what it counts', async () => {
  const query = "select 5 * killed from mali_civilian_harm_by_year where period = '2022'";
  const output = await checkOutput(withFact(query));
  expect(output).toContain(':17:18  error  "5" is typed in');
  expect(output).toContain('declare in content/mali-small/edition.yaml what it counts (names: five months)');
  const declared = { [edition]: replace('names: [', 'names: [five months, ') };
  expect(await checkOutput({ ...withFact(query), ...declared })).toBe('');
  expect(await checkOutput({ ...withFact('select 5 from range(1)'), ...declared })).toContain('"5" is typed in');
});

test('in an edition that is not strict it only keeps back a release', async () => {
  const output = await checkOutput({ ...withFact('select 41'), [edition]: replace('strict: true', 'strict: false') });
  expect(output).toContain('facts.yaml:17:18  release  "41" is typed in');
});

const harmQuery = (query: string) => replace('{ dataset: mali-civilian-harm-by-year }', `{ query: "${query}" }`);
/** Numbers that other queries type into a column that is printed; the rows of a list stand in one edition. */
const elsewhere: readonly (readonly (readonly [
  what: string,
  changes: Readonly<Record<string, Change>>,
  message: string,
])[])[] = [
  [
    ['a table', { [table]: harmQuery(`select period, 45 as killed, injured ${harm}`) }, 'harm.yaml:4:32  error  "45"'],
    [
      'a timeline',
      {
        [timeline]: replace(
          '{ dataset: restrictions }',
          `{ query: "select date, act, 'some 45 ships' as effect, source from restrictions" }`,
        ),
      },
      'acts.yaml:3:41  error  "45"',
    ],
    [
      'a chart, in a text mark',
      {
        [chart]: (text) =>
          text
            .replace('select period, killed', 'select period, 45 as n, killed')
            .concat('    - mark: text\n      encoding: { text: { field: n } }\n'),
      },
      'killed-by-year.yaml:7:25  error  "45"',
    ],
    [
      'a map',
      {
        [map]: replace(
          '{ dataset: places }',
          `{ query: "select 'Camp 45' as name, kind, lon, lat from places where name = 'Bamako'" }`,
        ),
      },
      'locator.yaml:9:27  error  "Camp 45"',
    ],
  ],
  [
    [
      'a table, as a text',
      { [table]: harmQuery(`select 'the 45' as period, killed, injured ${harm}`) },
      'harm.yaml:4:29  error  "45"',
    ],
    [
      'a chart, in a text that its specification makes',
      {
        [chart]: (text) =>
          text
            .replace('select period, killed', 'select period, 45 as n, killed')
            .replace('spec:\n', "spec:\n  transform: [{ calculate: \"format(datum['n'], 'd')\", as: words }]\n")
            .concat('    - mark: text\n      encoding: { text: { field: words } }\n'),
      },
      'killed-by-year.yaml:7:25  error  "45"',
    ],
  ],
];
describe('a number is told in the query of', () => {
  for (const rows of elsewhere) {
    const output = checkOutputTogether(rows.map(([, changes]) => changes));
    test.each(rows)('%s', async (_what, _changes, message) => expect(await output()).toContain(message));
  }
});

/** Numbers that they type into one that is not. */
const unprinted: readonly (readonly (readonly [what: string, changes: Readonly<Record<string, Change>>])[])[] = [
  [
    ['a table, in no column of it', { [table]: harmQuery(`select *, 45 as other ${harm}`) }],
    [
      'a chart, where it places a mark',
      {
        [chart]: (text) =>
          text
            .replace('select period, killed', 'select period, 45 as n, killed')
            .concat('    - mark: rule\n      encoding: { y: { field: n, type: quantitative } }\n'),
      },
    ],
  ],
  [
    [
      'a table that numbers its rows',
      { [table]: harmQuery(`select period, rank() over (order by killed) as killed, injured ${harm} limit 3`) },
    ],
  ],
];
describe('no number is told in the query of', () => {
  for (const rows of unprinted) {
    const output = checkOutputTogether(rows.map(([, changes]) => changes));
    test.each(rows)('%s', async () => expect(await output()).toBe(''));
  }
});
