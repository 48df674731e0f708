import { expect, test } from 'vitest';
import { parseMarkdown } from '../../scripts/press/prose/markdown.ts';
import { slipsIn } from '../../scripts/press/prose/slips.ts';
import type { Source } from '../../scripts/press/read/schemas/sources.ts';
import { checkOutput } from '../check-output.ts';

const sources = new Map(
  ['field-notes-2024', 'mali-factsheet', 'census'].map((id) => {
    const value: Source = { id, type: 'report', title: id };
    return [id, { value, at: () => ({ file: 'content/sources.yaml', line: 1, column: 1 }) }];
  }),
);

const found = (markdown: string) => slipsIn(parseMarkdown(markdown), markdown, sources);
/** What is told, at which words, with which cure. */
const slipsOf = (markdown: string) =>
  found(markdown).map(({ rule, start, end, cure }) => [rule, markdown.slice(start, end), cure]);

test.each([
  ['It fell (@mali-factsheet).', '(@mali-factsheet)', '[@mali-factsheet]'],
  ['It fell (@mali-factsheet, p. 3).', '(@mali-factsheet, p. 3)', '[@mali-factsheet, p. 3]'],
  ['It fell @mali-factsheet.', '@mali-factsheet', '[@mali-factsheet]'],
  ['It fell @mali-facsheet.', '@mali-facsheet', '[@mali-facsheet]'],
  ['It [the count (@census)] fell.', '(@census)', '[@census]'],
  ['It fell (@nobody-knows-2021).', '(@nobody-knows-2021)', '[@nobody-knows-2021]'],
  ['By [mali-factsheet]: it fell.', '[mali-factsheet]', '[@mali-factsheet]'],
  ['It fell [mali-factsheet].', '[mali-factsheet]', '[@mali-factsheet]'],
  ['It fell [mali-factsheet, p. 3].', '[mali-factsheet, p. 3]', '[@mali-factsheet, p. 3]'],
  ['It fell [see @field-notes-2024].', '[see @field-notes-2024]', 'see [@field-notes-2024]'],
  ['*It* fell\non day [see @census, p. 2]', '[see @census, p. 2]', 'see [@census, p. 2]'],
])('what was meant as a citation is told: %s', (markdown, typed, right) => {
  expect(slipsOf(markdown)).toEqual([
    ['citation-shape', typed, expect.stringMatching(`^write ${literal(right)}, or `)],
  ]);
});

test.each([
  ['[@field-notes-2024, @mali-factsheet]', '[@field-notes-2024; @mali-factsheet]'],
  ['[@census, p. 3, @mali-factsheet]', '[@census, p. 3; @mali-factsheet]'],
  ['[@census and @no-such-thing]', '[@census; @no-such-thing]'],
  ['[@census @mali-factsheet; @field-notes-2024]', '[@census; @mali-factsheet; @field-notes-2024]'],
])('sources that run into each other are told: %s', (markdown, right) => {
  expect(slipsOf(`It fell ${markdown}.`)).toEqual([['citation-shape', markdown, `write ${right}`]]);
});

test.each([
  ['See ::chart[killed] here.', '::chart[killed]', 'of its own between empty lines, or write :chart[killed]'],
  ['See ::timeline[acts] here.', '::timeline[acts]', 'give ::timeline[acts] a line of its own'],
  ['- see\n- (::map[mali])', '::map[mali]', 'give ::map[mali] a line of its own'],
  ['See ::chart killed.', '::chart', 'give ::chart[name] a line'],
  ['There were ::fact[killed].', '::fact[killed]', 'write :fact[killed]'],
  ['Text. :::callout[Title]', ':::callout[Title]', 'give it a line of its own'],
  ['    ::chart[killed]', '::chart[killed]', 'take away the blanks'],
  ['- one\n\n      ::chart[killed]', '::chart[killed]', 'take away the blanks'],
  ['There were :fact [killed-2022] of them.', ':fact [killed-2022]', 'write :fact[killed-2022]'],
  [':claim [4%]{fact=share}', ':claim [4%]{fact=share}', 'write :claim[4%]{fact=share}'],
  ['There were :fact[killed-2022 of them.', ':fact[killed-2022', 'write :fact[killed-2022]'],
  ['There were : fact[killed].', ': fact[killed]', 'write :fact[killed]'],
  [':fact[killed] {as=size}', '{as=size}', 'write :fact[killed]{as=size}'],
])('a directive that would be printed as it is typed is told: %j', (markdown, typed, cure) => {
  expect(slipsOf(markdown)).toEqual([['directive-typed', typed, expect.stringContaining(cure)]]);
});

test.each([
  ['##Country by country', '##', 'for a heading'],
  ['Words\n###Country', '###', 'for a heading'],
  ['> ##Country', '##', 'for a heading'],
  ['-one thing\n', '-', 'for an entry of a list'],
  ['- one\n-:fact[two]', '-', 'for an entry of a list'],
  ['• one', '•', 'begins with - and a blank'],
  ['**never*', '*', '*never* or **never**'],
  ['*never**', '*', '*never* or **never**'],
  ['A **bold that never ends.', '**', 'write \\* to print a star'],
  ['It ends** here.', '**', 'write \\* to print a star'],
  ['A ** bold ** word', '**', 'write \\* to print a star'],
  ['So **“it is”**they said', '**', 'leave a blank between the stars'],
  ['| a **b |\n|---|\n| c |', '**', 'write \\* to print a star'],
  ['[words] (https://example.org/)', '[words] (https://example.org/)', 'take the blank'],
  ['words^[a note]', '^[a note]', '[^name]: …'],
  ['words[^ how]', '[^ how]', '[^name]: …'],
  ['    Mali is a country.', 'Mali is a country.', 'take away the blanks'],
  ['    - one thing more\n    - another', '- one thing more', 'take away the blanks'],
  ['    said in the report [@census]', 'said in the report [@census]', 'take away the blanks'],
])('a sign of markdown that is printed is told: %j', (markdown, typed, cure) => {
  expect(slipsOf(markdown)).toEqual([['markdown-typed', typed, expect.stringContaining(cure)]]);
});

test.each([
  // Citations, accounts and addresses
  'It fell [@mali-factsheet, p. 3; @field-notes-2024].',
  'It fell [@mali-factsheet, pp. 3–4, and note 2].',
  'Thanks to @some-body, @census/one, @mali-factsheet@example.org and @census_2020.',
  'Write to @StateDept, to census@example.org or to mali-factsheet@example.org.',
  'See https://example.org/@census and [a link](https://example.org/@mali-factsheet).',
  'The [census] said so, and \\@census, \\[mali-factsheet] and `@census` are as they stand.',
  '[mali-factsheet](https://example.org/) and [mali-factsheet][address]\n\n[address]: https://example.org/',
  'A note.[^census]\n\n[^census]: Words.',
  // Directives
  'See :chart[killed], :fact[killed]{as=size} and :lang[mots]{fr}.',
  '::chart[killed]\n\n:::callout[Title]\nWords.\n:::',
  'At 10:30, a ratio of 2:1; the class std::vector[int] and a \\::chart[killed].',
  'The following: table [see below], a chart: it rose.',
  '`::chart[killed]`\n\n```\n::chart[killed]\n```',
  ':fact[killed] [@census], :fact[killed] (of them)',
  // Signs of markdown
  '#EndSARS protests\n\n\\##Country\n\n#1 of 3',
  '-5 degrees\n\n- one\n- two\n\n–\u00a0an aside\n\n\\-one',
  'A **bold** and *italic* ***word***, 5 * 3, 2**3, a ** b, f**k and s***.',
  'Written \\*\\*so\\*\\*, `**kwargs` and * alone.',
  '*Figures are estimates.',
  '[words](https://example.org/) [so] (they said)',
  '    npm install factsheet-press\n    const a = 1;',
  '```\nA sentence in a block of code.\n```',
  '    Code that is set in\n      by four spaces',
])('what is meant as it stands is not told: %j', (markdown) => {
  expect(slipsOf(markdown)).toEqual([]);
});

function literal(text: string): string {
  return text.replace(/[[\]()@.]/g, '\\$&');
}

const section = 'content/mali-small/en/20-assistance.md';
const end = (markdown: string) => checkOutput({ [section]: (text) => `${text}\n${markdown}\n` });

test.each([
  ['It fell (@apa-2023).', 'write [@apa-2023], or \\@ to print the sign itself  citation-shape'],
  ['It fell [apa-2023].', 'write [@apa-2023], or \\[ to print the sign itself  citation-shape'],
  ['It fell [@apa-2023, @owid-2019].', 'write [@apa-2023; @owid-2019]  citation-shape'],
  ['There were :fact [killed-2022].', 'write :fact[killed-2022]  directive-typed'],
  [':::key-figures\n- :fact [killed-2022] civilians killed\n:::', 'write :fact[killed-2022]  directive-typed'],
  ['There were :fact[killed-2022.', 'write :fact[killed-2022]  directive-typed'],
  [':claim [54 %]{fact=killed-2022}', 'write :claim[54 %]{fact=killed-2022}  directive-typed'],
  ['See ::chart[killed-2022] here.', 'or write :chart[killed-2022] to refer to it here  directive-typed'],
])('a slip is told once, and a number in it is none that somebody typed: %s', async (markdown, cure) => {
  const output = await end(markdown);
  expect(output).toContain(cure);
  expect(output.match(/ {2}(?:error|warning) {2}/g)).toHaveLength(1);
});

test('a number beside a slip is told as ever', async () => {
  expect(await end('It fell by 4711 (@apa-2023).')).toContain(`${section}:15:12  error  "4711" is typed in`);
});

test('of sources that run into each other each is looked for', async () => {
  expect(await end('It fell [@apa-2023, @no-such].')).toContain('unknown source "no-such"');
});

test('a slip in a text of YAML is told at its place', async () => {
  const output = await checkOutput({
    'content/mali-small/charts/killed-by-year.yaml': (text) =>
      text.replace('source:', 'note: Seen **twice (@owid-2019).\nsource:'),
  });
  expect(output).toContain('content/mali-small/charts/killed-by-year.yaml:4:12  warning  the stars "**" mark nothing');
  expect(output).toContain(
    'content/mali-small/charts/killed-by-year.yaml:4:20  error  "(@owid-2019)" is not a citation',
  );
});

test('a heading without its blank gets the cure that it needs', async () => {
  const output = await checkOutput({ [section]: (text) => text.replace('# Assistance', '#Assistance') });
  expect(output).toContain('write a blank behind the #: "# Assistance"  section-head');
});
