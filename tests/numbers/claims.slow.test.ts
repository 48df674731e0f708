import { describe, expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { checkOutput, checkOutputTogether, foundInRecord } from '../check-output.ts';
import { type Change, smallProject } from '../small-project.ts';

test('every number of the published record that is wrong is refused, with both numbers; the right one is not', async () => {
  const faults = await foundInRecord();
  const [wrong = [], typed = []] = [true, false].map((isClaim) =>
    faults.filter(({ rule }) => (rule === 'claim-wrong') === isClaim),
  );
  // What the page computed from numbers of its own is typed, and so told as well.
  expect(typed.map(({ place, message }) => `${place.file}:${place.line}:${place.column} ${message}`)).toEqual([
    'content/record/facts.yaml:20:17 "55" is typed in: no fact, claim or declared name stands behind it',
    'content/record/facts.yaml:20:22 "1.49" is typed in: no fact, claim or declared name stands behind it',
    'content/record/facts.yaml:49:32 "5" is typed in: no fact, claim or declared name stands behind it',
  ]);
  const found = wrong.map(({ place, message, rule }) => `${place.line}:${place.column} ${message} ${rule}`);
  expect(found).toEqual([
    '3:25 the claim "54 %" does not agree with the fact "killed-rise", which is 118.7% (118.6643…) claim-wrong',
    '5:31 the claim "58 %" does not agree with the fact "abducted-fall", which is 50% claim-wrong',
    '7:10 the claim "827" does not agree with the fact "abducted-quarter", which is 82 (81.95) claim-wrong',
    '9:31 the claim "512" does not agree with the fact "killed-quarter", which is 543 claim-wrong',
    '11:19 the claim "25 %" does not agree with the fact "injured-fall", which is 24% (24.4635…) claim-wrong',
    '13:12 the claim "$492,545,599" does not agree with the fact "ethiopia-total", which is $492,545,699 claim-wrong',
    '15:17 the claim "13 %" does not agree with the fact "trucks-share", which is 11% claim-wrong',
    '17:12 the claim "13,560" does not agree with the fact "north-west", which is 9,590 claim-wrong',
    '19:12 the claim "8,563" does not agree with the fact "north-central", which is 8,593 claim-wrong',
    '21:12 the claim "over 53,418" does not agree with the fact "nigeria-zones", which is 53,358 claim-wrong',
    '23:12 the claim "over 53,418" does not agree with the fact "nigeria-states", which is 49,418 claim-wrong',
  ]);
});

const summary = 'content/mali-small/en/10-summary.md';
const assistance = 'content/mali-small/en/20-assistance.md';
const chart = 'content/mali-small/charts/killed-by-year.yaml';
const edition = 'content/mali-small/edition.yaml';
const append = (more: string) => (text: string) => `${text}\n${more}\n`;
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** Claims in every place where a fact can stand: the place and the two numbers that are told. */
const places: readonly (readonly [string, Readonly<Record<string, Change>>, string])[] = [
  [
    'a heading',
    { [assistance]: replace('## What there was', '## What :claim[999]{fact=killed-2022} had') },
    '20-assistance.md:3:9  error',
  ],
  [
    'a call-out',
    { [assistance]: replace('Beside the text.', 'Beside :claim[999]{fact=killed-2022}.') },
    '20-assistance.md:10:8  error',
  ],
  [
    'a table',
    { [assistance]: append('| A |\n|---|\n| :claim[999]{fact=killed-2022} |') },
    '20-assistance.md:17:3  error',
  ],
  [
    'a key figure',
    { [summary]: replace('- :fact[killed-2022] civilians', '- :claim[999]{fact=killed-2022} civilians') },
    '10-summary.md:9:3  error',
  ],
  [
    'a title',
    { [chart]: replace('than in 2021', 'than :claim[999]{fact=killed-2022}') },
    'killed-by-year.yaml:1:48  error',
  ],
  [
    'alternative text',
    { [chart]: replace('in 2021 and', 'in :claim[999]{fact=killed-2022} and') },
    'killed-by-year.yaml:3:56  error',
  ],
  [
    'a text mark',
    {
      [chart]: append(
        '    - mark: { type: text, text: ":claim[999]{fact=killed-2022}" }\n      encoding: { x: { datum: 0 } }',
      ),
    },
    'killed-by-year.yaml:20:34  error',
  ],
  [
    'the cover',
    { [edition]: replace('killed in Mali in 2022', 'killed, :claim[999]{fact=killed-2022}') },
    'edition.yaml:17:31  error',
  ],
  [
    'the summary',
    { [edition]: replace('A small edition', 'A :claim[999]{fact=killed-2022} edition') },
    'edition.yaml:11:12  error',
  ],
  [
    'a cell of a timeline',
    { 'data/restrictions.csv': replace('greatly limited', 'limited for :claim[999]{fact=killed-2022}') },
    'data/restrictions.csv:2:63  error',
  ],
];

describe('a claim is checked in', () => {
  const output = checkOutputTogether(places.map(([, changes]) => changes));
  test.each(places)('%s', async (_where, _changes, place) => {
    const line = (await output()).split('\n').find((one) => one.includes(place));
    expect(line).toContain('the claim "999" does not agree with the fact "killed-2022", which is 1,277');
  });
});

/** Claims that cannot be held against anything, and what is said. */
const faulty: readonly (readonly [string, string, string])[] = [
  ['without a fact', ':claim[999]', 'the claim "999" does not say which fact to compare it with'],
  ['without a number', ':claim[many]{fact=killed-2022}', 'the claim "many" holds no number'],
  ['with two numbers', ':claim[999 and 12]{fact=killed-2022}', 'holds more than one number'],
  ['of an unknown fact', ':claim[999]{fact=killed-2002}', 'unknown fact "killed-2002"'],
  [
    'of another measure',
    ':claim[54 %]{fact=killed-2022}',
    'the claim "54 %" cannot be compared with the fact "killed-2022", which is 1,277',
  ],
];

describe('a claim is told', () => {
  const output = checkOutputTogether(
    faulty.map(([, claim]) => ({ [assistance]: append(`There were ${claim} of them.`) })),
  );
  test.each(faulty)('%s', async (_what, _claim, message) => expect(await output()).toContain(message));
});

test('a claim counts as a use of its fact', async () => {
  const output = await checkOutput({
    'content/mali-small/facts.yaml': append(
      "injured-2022:\n  label: Injured\n  query: select injured from mali_civilian_harm_by_year where period = '2022'\n  unit: people\n  format: number",
    ),
    [assistance]: append('There were :claim[352]{fact=injured-2022} of them.'),
  });
  expect(output).toBe('');
});

test('a claim prints as it is typed', async () => {
  await using small = await smallProject({
    [assistance]: append('They were :claim[almost **1.3 thousand**]{fact=killed-2022}.'),
    [chart]: replace('than in 2021', 'than :claim[584]{fact=killed-2021}'),
  });
  const { report, list } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('mali-small', project, report, () => {}));
  const html = compiled?.compose(new Map()).html.replace(/ data-[a-z]+="[^"]*"/g, '');
  expect(list()).toEqual([]);
  expect(html).toContain('They were <span class="claim">almost <strong>1.3 thousand</strong></span>.');
  expect(html).toContain('More civilians were killed in 2022 than <span class="claim">584</span>');
});
