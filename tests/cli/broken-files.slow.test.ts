import { expect, test } from 'vitest';
import { checkOutput } from '../check-output.ts';
import { type Change, smallProject } from '../small-project.ts';
import { buildAll } from './run-build.ts';

const facts = 'content/mali-small/facts.yaml';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** One slip that keeps a whole file from being read, and all that is then said. */
const slips: readonly (readonly [string, Readonly<Record<string, Change>>, string])[] = [
  [
    'a line of facts.yaml that is indented too little',
    { [facts]: replace(/^ {2}query:/m, ' query:') },
    `content/mali-small/facts.yaml:3:1  error  this line does not begin in the column of the one that it stands beside
    begin both in one column: one of them has a blank too many or too few  yaml-syntax
`,
  ],
  [
    'a line of facts.yaml that is not indented',
    { [facts]: replace(/^ {2}query:/m, 'query:') },
    `content/mali-small/facts.yaml:3:8  error  the line after this one is indented as if it belonged to this text
    begin both in one column, that of the keys that they stand beside  yaml-syntax
`,
  ],
  [
    'a tab in facts.yaml',
    { [facts]: replace(/^ {2}query:/m, '\tquery:') },
    `content/mali-small/facts.yaml:3:1  error  this line is indented by a tab
    indent it by spaces  yaml-syntax
`,
  ],
  [
    'two facts with one name',
    { [facts]: replace(/^killed-2022:/m, 'killed-2021:') },
    `content/mali-small/facts.yaml:8:1  error  the key "killed-2021" stands here a second time
    give one of the two another name, or take it out  yaml-syntax
`,
  ],
  [
    'no facts.yaml',
    { [facts]: undefined },
    `content/mali-small/facts.yaml:1:1  error  there is no file content/mali-small/facts.yaml
    create it, or take one of another edition as a pattern  file-missing
`,
  ],
  [
    'a colon in sources.yaml',
    { 'content/sources.yaml': replace(/^( *title:) .*$/m, '$1 Mali: a year') },
    'yaml-syntax',
  ],
  [
    'a tab in a chart',
    { 'content/mali-small/charts/killed-by-year.yaml': replace(/^height:/m, '\theight:') },
    `content/mali-small/charts/killed-by-year.yaml:5:1  error  this line is indented by a tab
    indent it by spaces  yaml-syntax
`,
  ],
];

test.each(slips)('%s is told once, and nothing that rests on it', async (_what, changes, expected) => {
  const text = await checkOutput(changes);
  expect(text.match(/ {2}(?:error|warning) {2}/g)).toHaveLength(1);
  expect(text).toContain(expected);
});

test('building says the same as checking', async () => {
  await using project = await smallProject({ [facts]: replace(/^ {2}query:/m, '\tquery:') });
  const { diagnostics, published } = await buildAll(project.root);
  expect(published).toEqual([]);
  expect(diagnostics).toEqual([
    {
      rule: 'yaml-syntax',
      severity: 'error',
      place: { file: facts, line: 3, column: 1 },
      message: 'this line is indented by a tab',
      cure: 'indent it by spaces',
    },
  ]);
});

test('a file that cannot be read comes before all else that is wrong', async () => {
  const text = await checkOutput({
    'content/mali-small/en/10-summary.md': replace('[@apa-2023]', '[@nobody]'),
    [facts]: replace(/^ {2}query:/m, '\tquery:'),
  });
  expect(text.split('\n').filter((_, index) => index % 2 === 0)).toEqual([
    expect.stringContaining('facts.yaml:3:1  error  this line is indented by a tab'),
    expect.stringContaining('10-summary.md:3:'),
    '',
  ]);
});

test('nothing seems unused while another file of the edition is broken', async () => {
  const unused = { 'content/mali-small/facts.yaml': (text: string) => `${text}\n${unprinted}` };
  expect(await checkOutput(unused)).toContain('the fact "nowhere" is printed nowhere');
  expect(
    await checkOutput({
      ...unused,
      'content/mali-small/maps/locator.yaml': replace(/^alt:.*$/m, ''),
    }),
  ).not.toContain('nowhere');
  expect(
    await checkOutput({ ...unused, 'data/mali-civilian-harm-by-year.csv': replace('2021,584', '2021,many') }),
  ).not.toContain('nowhere');
});

const unprinted = `nowhere:
  label: Printed nowhere
  query: select killed from "mali-civilian-harm-by-year" where period = '2021'
  format: number
`;
