import { describe, expect, test } from 'vitest';
import { checkOutput, checkOutputTogether } from '../check-output.ts';
import type { Change } from '../small-project.ts';

const edition = 'content/mali-small/edition.yaml';
const facts = 'content/mali-small/facts.yaml';
const summary = 'content/mali-small/en/10-summary.md';
const assistance = 'content/mali-small/en/20-assistance.md';
const chart = 'content/mali-small/charts/killed-by-year.yaml';
const table = 'content/mali-small/tables/harm.yaml';
const acts = 'data/restrictions.csv';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const append = (more: string) => (text: string) => `${text}\n${more}\n`;
const notStrict = replace('strict: true', 'strict: false');

/** A number typed into a place, and where the message points and what it says. */
type Typed = readonly [where: string, changes: Readonly<Record<string, Change>>, message: string];

/** Numbers typed into every place that is printed, all of them in one edition. */
const typed: readonly Typed[] = [
  ['a paragraph', { [assistance]: append('They lost 41 trucks.') }, '20-assistance.md:15:11  error  "41" is typed in'],
  [
    'number words',
    { [assistance]: append('They lost *twenty-one* trucks.') },
    '20-assistance.md:17:12  error  "twenty-one"',
  ],
  [
    'a heading',
    { [assistance]: replace('## What there was', '## What 7,300 people had') },
    '20-assistance.md:3:9  error  "7,300"',
  ],
  ['a list', { [assistance]: append('- One\n- Some 54 % of them') }, '20-assistance.md:20:8  error  "54 %"'],
  [
    'a table of markdown',
    { [assistance]: append('| Year | Lost |\n|---|---|\n| Last | 41 |') },
    '20-assistance.md:24:10  error  "41"',
  ],
  ['a quotation', { [assistance]: append('> They were\n> 41 in all.') }, '20-assistance.md:27:3  error  "41"'],
  [
    'a note',
    { [summary]: replace('As counted by MINUSMA', 'As 41 others counted') },
    '10-summary.md:12:14  error  "41"',
  ],
  [
    'a call-out',
    { [assistance]: replace('Beside the text.', 'Beside 41 texts.') },
    '20-assistance.md:10:8  error  "41"',
  ],
  [
    'the title of a call-out',
    { [assistance]: replace('[A word]', '[A word of 41]') },
    '20-assistance.md:9:22  error  "41"',
  ],
  [
    'a key figure',
    { [summary]: replace('civilians killed in 2022', 'civilians killed in 41 attacks') },
    '10-summary.md:9:42  error  "41"',
  ],
  ['a link', { [assistance]: replace('[link]', '[link to 41 pages]') }, '20-assistance.md:5:29  error  "41"'],
  [
    'behind an escape',
    { [assistance]: append('A \\* and &amp; then 41 trucks.') },
    '20-assistance.md:29:21  error  "41"',
  ],
  [
    'a title of YAML',
    { [chart]: replace('More civilians', '41 more civilians') },
    'killed-by-year.yaml:1:8  error  "41"',
  ],
  [
    'a quoted string',
    { [chart]: replace('"Two bars:', '"Two \\"bars\\", 41 in all:') },
    'killed-by-year.yaml:3:21  error  "41"',
  ],
  [
    'the cover',
    { [edition]: replace('civilians killed in Mali in 2022', 'civilians killed in 41 attacks') },
    'edition.yaml:17:33  error  "41"',
  ],
  [
    'the summary for the PDF',
    { [edition]: replace('A small edition for tests.', 'An edition of 41 tests.') },
    'edition.yaml:11:24  error  "41"',
  ],
  ['a keyword', { [edition]: replace('[Mali]', '[Mali, 41 attacks]') }, 'edition.yaml:10:18  error  "41"'],
  ['the head of a column', { [table]: replace('head: Killed', 'head: Killed of 41') }, 'harm.yaml:7:38  error  "41"'],
  [
    'a word for what is missing',
    { [table]: replace('not reported', 'not in 41 reports') },
    'harm.yaml:3:17  error  "41"',
  ],
  [
    'a text mark of a chart',
    { [chart]: append('    - mark: { type: text, text: 41 people }\n      encoding: { x: { datum: 0 } }') },
    'killed-by-year.yaml:20:33  error  "41"',
  ],
  [
    'a string in the query of a chart',
    { [chart]: replace('select period, killed', "select period, '41 people' as words, killed") },
    'killed-by-year.yaml:7:26  error  "41"',
  ],
  [
    'a cell of a timeline',
    { [acts]: replace('Security assistance greatly limited', 'Some 41 programs limited') },
    'data/restrictions.csv:2:36  error  "41"',
  ],
  [
    'the title of a dataset',
    { 'data/datapackage.yaml': replace('title: Harm to civilians in Mali', 'title: Harm in 41 places') },
    'data/datapackage.yaml:7:20  error  "41"',
  ],
  [
    'a label',
    { 'content/labels/en.yaml': replace('contents: Contents', 'contents: 41 contents') },
    'content/labels/en.yaml:19:11  error  "41"',
  ],
  [
    'a label that says another number than its name',
    { 'content/labels/en.yaml': replace('fraction-2-3: two thirds', 'fraction-2-3: two fifths') },
    'error  the label fraction-2-3 says "two fifths", which is another number',
  ],
  [
    'a name that is not declared',
    { [assistance]: append('Under section 7009 of the act.') },
    '20-assistance.md:31:7  error  "section 7009" is typed in',
  ],
  [
    'a number beside its source',
    { [assistance]: append('They lost 41 trucks [@apa-2023].') },
    '20-assistance.md:33:11  error  "41"',
  ],
];

/** The same where a place holds a text in another way. */
const typedOtherwise: readonly (readonly Typed[])[] = [
  [
    [
      'a folded block',
      { [chart]: replace(/^alt: .*$/m, 'alt: >-\n  Bars of\n  many sizes, and\n  41 of one') },
      'killed-by-year.yaml:6:3  error  "41"',
    ],
    [
      'an expression of a chart',
      { [chart]: replace('spec:\n', "spec:\n  transform: [{ calculate: \"'some ' + '41 people'\", as: words }]\n") },
      'killed-by-year.yaml:15:40  error  "41"',
    ],
    [
      'a cell that its query has changed',
      {
        [acts]: replace('Security assistance greatly limited', 'Some 41 programmes limited'),
        'content/mali-small/timelines/acts.yaml': replace(
          '{ dataset: restrictions }',
          "{ query: \"select date, act, replace(effect, 'programmes', 'programs') as effect, source from restrictions\" }",
        ),
      },
      'data/restrictions.csv:2:36  error  "41"',
    ],
  ],
  [
    [
      'a literal block',
      { [chart]: replace(/^alt: .*$/m, 'alt: |\n  Bars\n  of 41 kinds') },
      'killed-by-year.yaml:5:6  error  "41"',
    ],
    [
      'a cell in which its query replaces other words only',
      {
        [acts]: replace('Security assistance greatly limited', 'Some 41 programmes limited over 17 years'),
        'content/mali-small/timelines/acts.yaml': replace(
          '{ dataset: restrictions }',
          "{ query: \"select date, act, replace(effect, '17 years', 'many years') as effect, source from restrictions\" }",
        ),
      },
      'data/restrictions.csv:2:36  error  "41"',
    ],
  ],
];

describe('a number that is typed in is told at its own place', () => {
  for (const rows of [typed, ...typedOtherwise]) {
    const output = checkOutputTogether(rows.map(([, changes]) => changes));
    test.each(rows)('in %s', async (_where, _changes, message) => expect(await output()).toContain(message));
  }
});

/** What is printed with digits or number words and needs no fact. */
const fine: readonly (readonly [string, Readonly<Record<string, Change>>])[] = [
  ['a fact', { [assistance]: append('They lost :fact[killed-2022] people.') }],
  ['a claim that agrees', { [assistance]: append('They lost :claim[1,277]{fact=killed-2022} people.') }],
  ['a declared name', { [assistance]: append('Section\n7008 of the act.') }],
  ['a kind of number that the edition declares', { [assistance]: append('On May 24, 2021, and in 2022.') }],
  ['the page of a source', { [summary]: replace('para. 2]', 'p. 41]') }],
  ['a list with numbers of its own', { [assistance]: append('1. One\n2. Another') }],
  ['the address of a link', { [assistance]: replace('https://example.org/', 'https://example.org/2041/7') }],
  ['a number that places a mark', { [chart]: replace('dx: 4', 'dx: 41') }],
  [
    'a string that a query compares with',
    { [chart]: replace('where length(period) = 4', "where length(period) = 4 and period <> '41 people'") },
  ],
  ['a cell that is a period', { [table]: replace('head: Period', 'head: Span') }],
  ['a format of a chart', { [chart]: replace('format: ","', 'format: ",.0f"') }],
  ['what comes in another language', { [chart]: replace(/^title: (.*)$/m, 'title: { en: "$1", fr: "41 morts" }') }],
  ['one as a pronoun', { [assistance]: append('One of them is one-sided, and no one else is named.') }],
];

describe('nothing is told of', () => {
  const output = checkOutputTogether(fine.map(([, changes]) => changes));
  test.each(fine)('%s', async () => expect(await output()).toBe(''));
});

describe('in an edition that is not strict', () => {
  const output = checkOutputTogether([{ [edition]: notStrict, [assistance]: append('They lost 1,300 people.') }]);

  test('it is warned of', async () => {
    expect(await output()).toContain('20-assistance.md:15:11  release  "1,300" is typed in');
    expect(await output()).toContain('number-typed');
  });

  test('without such a fact, the nearest value of the data is told', async () => {
    expect(await output()).toContain(
      'the nearest value that the data hold is 1277, in "killed" of "mali-civilian-harm-by-year"',
    );
  });
});

/** Sentences with a number, and what its cure is to write. */
const cures: readonly (readonly [what: string, sentence: string, cure: string])[] = [
  ['the fact that says the same', 'They lost 1,277 people.', 'write :fact[killed-2022]'],
  [
    'a claim of words that a fact does not print',
    'They lost 1.277 thousand people.',
    'write :claim[1.277 thousand]{fact=killed-2022}',
  ],
  ['a reference to a figure', 'As Figure 1 shows.', 'write :chart[name], :map[name] or :table[name]'],
];

describe('the cure writes', () => {
  const output = checkOutputTogether(cures.map(([, sentence]) => ({ [assistance]: append(sentence) })));
  test.each(cures)('%s', async (_what, _sentence, cure) => expect(await output()).toContain(cure));
});

/** Numbers with a value near them that is another thing. */
const unlike: readonly (readonly [sentence: string, number: string, data: Readonly<Record<string, Change>>])[] = [
  ['They lost 1,300 trucks.', '1,300', {}],
  ['Some 1,300 were there.', '1,300', {}],
  ['It rained on 17% of days in Kidal.', '17%', { 'data/places.csv': append('Kidal,town,16.6,1.4') }],
  ['It cost $1.3 thousand.', '$1.3 thousand', {}],
  ['They lost 1,900 people.', '1,900', {}],
  [
    'They lost 5,100 people.',
    '5,100',
    {
      'data/other.csv': 'people\n5101\n',
      'data/datapackage.yaml': append(`  - name: other
    path: other.csv
    title: Of another edition
    sources: [{ title: Nobody }]
    licenses: [{ name: public-record }]
    retrieved: 2026-11
    schema: { fields: [{ name: people, type: integer, unit: people }] }`),
    },
  ],
];

describe('no value is offered that is of another kind or unit, far off, or of other data', () => {
  const output = checkOutputTogether([
    { [edition]: notStrict },
    ...unlike.map(([sentence, , data]) => ({ ...data, [assistance]: append(sentence) })),
  ]);
  const cure =
    '    make a fact of it in facts.yaml, or declare the name that it belongs to in content/mali-small/edition.yaml  number-typed';

  test.each(unlike.map(([sentence, number], index) => [sentence, number, index] as const))(
    '%s',
    async (_sentence, number, index) => {
      // Each message is a line, and its cure another.
      const lines = (await output()).split('\n');
      expect(lines[2 * index]).toContain(`:${15 + 2 * index}:`);
      expect(lines[2 * index]).toContain(`"${number}" is typed in`);
      expect(lines[2 * index + 1]).toBe(cure);
      expect(lines.slice(2 * unlike.length)).toEqual(['']);
    },
  );
});

test('for an ordinal no fact is offered, even one that prints it', async () => {
  const nth = (text: string) =>
    `${text}\nnth:\n  label: Which one\n  query: select count(*) from restrictions where date = '2020-08'\n  format: ordinal\n`;
  const output = await checkOutput({
    [facts]: nth,
    [assistance]: append('It was the :fact[nth]. The first was training.'),
  });
  expect(output).toContain('"first" is typed in');
  expect(output).not.toContain('[nth]');
});

test('a declared name that no number needs is told, and so is one of the series', async () => {
  const output = await checkOutput({
    [edition]: replace('names: [section 7008', 'names: [section 7010, section 7008'),
    'content/series.yaml': replace('names: [CC BY 4.0', 'names: [Resolution 2480, CC BY 4.0'),
  });
  expect(output).toContain('content/mali-small/edition.yaml:21:11  warning  "section 7010" is declared, and no number');
  expect(output).toContain('content/series.yaml:8:11  warning  "Resolution 2480" is declared');
});

const fact = (query: string) => (text: string) =>
  `${text}\nones:\n  label: Ones\n  query: ${query}\n  format: number\n`;

test('a fact that asks no data is typed in, too', async () => {
  const output = await checkOutput({ [facts]: fact('select 41'), [assistance]: append('There were :fact[ones].') });
  expect(output).toContain('facts.yaml:17:17  error  "41" is typed in');
});

test('a fact that asks another fact is not', async () => {
  const computed = fact("select fact('killed-2022') - fact('killed-2021')");
  expect(await checkOutput({ [facts]: computed, [assistance]: append('There were :fact[ones].') })).toBe('');
});
