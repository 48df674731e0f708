import { expect, test } from 'vitest';
import { checkOutput } from '../check-output.ts';
import type { Change } from '../small-project.ts';

const edition = 'content/mali-small';
const summary = `${edition}/en/10-summary.md`;
const assistance = `${edition}/en/20-assistance.md`;
const chart = `${edition}/charts/killed-by-year.yaml`;

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const append = (more: string) => (text: string) => `${text}\n${more}\n`;

test('the small edition is right', async () => {
  expect(await checkOutput({})).toBe('');
});

/** What an author gets wrong, and what the press then says: the place, the rule, and the cure where a name is near. */
const mistakes: readonly (readonly [string, Readonly<Record<string, Change>>, readonly string[]])[] = [
  [
    'an unknown key',
    { [`${edition}/edition.yaml`]: replace('keywords:', 'keyword:') },
    [
      'edition.yaml:10:1  error  there is no key "keyword" here',
      'did you mean "keywords"?  key-unknown',
      'key-missing',
    ],
  ],
  [
    'a wrong type',
    { [chart]: replace('height: 90', 'height: tall') },
    ['killed-by-year.yaml:5:9  error  "tall" cannot be used for "height"', 'value-type'],
  ],
  [
    'a wrong date',
    { [`${edition}/edition.yaml`]: replace('2023-03-22', '2023-13-22') },
    ['edition.yaml:6:14  error', 'date-wrong'],
  ],
  [
    'a missing file',
    { [`${edition}/facts.yaml`]: undefined },
    ['content/mali-small/facts.yaml:1:1  error  there is no file', 'file-missing'],
  ],
  [
    'an unknown accent',
    { [`${edition}/edition.yaml`]: replace('ochre', 'ocher') },
    ['edition.yaml:9:9', 'did you mean "ochre"?  accent-unknown'],
  ],
  [
    'an unknown chart',
    { [summary]: replace('::chart[killed-by-year]', '::chart[killed-by-yeer]') },
    [':6:1  error  unknown chart "killed-by-yeer"', 'did you mean "killed-by-year"?  chart-unknown'],
  ],
  [
    'a reference to a chart that is placed nowhere',
    { [summary]: replace(/^::chart.*$/m, '') },
    [':4:1  error  no section places a chart "killed-by-year"', 'place it with ::chart[killed-by-year]'],
  ],
  [
    'an unknown fact',
    { [summary]: replace(':fact[killed-2022]', ':fact[killed-2002]') },
    [':3:10  error  unknown fact "killed-2002"', 'did you mean "killed-20', 'fact-unknown'],
  ],
  [
    'an unknown source in text',
    { [summary]: replace('[@apa-2023]', '[@apa-2032]') },
    ['10-summary.md:3:', 'unknown source "apa-2032"', 'did you mean "apa-2023"?  source-unknown'],
  ],
  [
    'an unknown source of a chart’s events',
    {
      [chart]: replace(
        'spec:',
        "more_data:\n  events: { query: select '2021' as period, source: [apa-2023, apa-2032] }\nspec:",
      ),
    },
    ['killed-by-year.yaml:12:53', 'unknown source "apa-2032"', 'did you mean "apa-2023"?  source-unknown'],
  ],
  [
    'an unknown source of a chart',
    { [chart]: replace('source: apa-2023', 'source: apa-2032') },
    ['killed-by-year.yaml:4:9  error  unknown source "apa-2032"'],
  ],
  [
    'an unknown section',
    { [summary]: replace(':section[assistance]', ':section[asistance]') },
    [':4:42  error  unknown section "asistance"', 'did you mean "assistance"?  section-unknown'],
  ],
  [
    'an unknown table',
    { [assistance]: replace('::table[harm]', '::table[harms]') },
    [':7:1  error  unknown table "harms"', 'table-unknown'],
  ],
  [
    'an unknown timeline',
    { [assistance]: replace('::timeline[acts]', '::timeline[act]') },
    [':13:1  error  unknown timeline "act"', 'timeline-unknown'],
  ],
  [
    'an unknown map',
    { [`${edition}/edition.yaml`]: replace('map: locator', 'map: locater') },
    ['edition.yaml:14:8  error  unknown map "locater"', 'map-unknown'],
  ],
  [
    'an unknown dataset',
    { [`${edition}/tables/harm.yaml`]: replace('mali-civilian-harm-by-year', 'mali-civilian-harm') },
    ['harm.yaml:4:', 'unknown dataset "mali-civilian-harm"', 'dataset-unknown'],
  ],
  [
    'a query that fails',
    { [`${edition}/facts.yaml`]: replace('select killed from', 'select kiled from') },
    ['facts.yaml:3:', 'query-fails'],
  ],
  [
    'a query without an answer',
    { [`${edition}/facts.yaml`]: replace("'2021'", "'1921'") },
    ['facts.yaml:3:', 'query-empty'],
  ],
  [
    'a query with two rows',
    { [`${edition}/facts.yaml`]: replace(" where period = '2021'", '') },
    ['facts.yaml:3:', 'query-shape'],
  ],
  [
    'a row after the cut-off',
    { [`${edition}/edition.yaml`]: replace('2023-03-22', '2023-03-21') },
    ['facts.yaml:3:', 'data-late'],
  ],
  [
    'a cell of the wrong type',
    { 'data/mali-civilian-harm-by-year.csv': replace('2021,584', '2021,many') },
    ['data/mali-civilian-harm-by-year.csv:4:6  error', '"many"', 'cell-type'],
  ],
  [
    'a row with too many cells',
    { 'data/places.csv': append('Mopti,town,14.4,-4.1,9') },
    ['data/places.csv:', 'row-shape'],
  ],
  [
    'a head that is not the descriptor’s',
    { 'data/places.csv': replace('kind', 'kin') },
    ['data/places.csv:1:', 'dataset-columns'],
  ],
  ['a skipped heading level', { [assistance]: replace('## What', '### What') }, [':3:1  error', 'heading-skip']],
  [
    'a section without its heading',
    { [assistance]: replace('# Assistance\n', '') },
    ['20-assistance.md:2:1  error', 'section-head'],
  ],
  [
    'an image without alternative text',
    { [assistance]: append('![](images/a.png)') },
    [':15:1  release  the image "images/a.png" has no alternative text', 'image-alt', 'file-missing'],
  ],
  ['a picture that is none', { [`${edition}/images/a.png`]: 'text' }, ['images/a.png:1:1  error', 'image-format']],
  [
    'a link to no anchor',
    { [assistance]: replace('#what-there-was', '#what-there-is') },
    [':5:', 'did you mean "what-there-was"?  link-anchor'],
  ],
  ['a link to nowhere', { [assistance]: replace('https://example.org/', 'example.org') }, ['link-target']],
  [
    'a note that is not written',
    { [summary]: replace(/^\[\^count\]:.*$/m, '') },
    [':4:63  error  the note "count" is called here but not written', 'note-unknown'],
  ],
  [
    'a note that is not called',
    { [summary]: replace('.[^count]\n', '.\n') },
    ['warning  the note "count" is written but never called', 'note-unused'],
  ],
  [
    'an unclosed directive',
    { [summary]: replace('\n:::\n', '\n') },
    [':8:1  error  ":::key-figures" is opened here and not closed', 'directive-unclosed'],
  ],
  [
    'a directive with one bracket',
    { [summary]: replace('::chart[killed-by-year]', '::chart[killed-by-year') },
    ['directive-unclosed'],
  ],
  [
    'an unknown directive',
    { [assistance]: append('See a :b[c] and ::: d') },
    ['there is no directive ":b"', 'directive-unknown'],
  ],
  [
    'HTML in text',
    { [assistance]: append('A <b>word</b>.') },
    ['error  the HTML <b> cannot stand in a section', 'html-in-text'],
  ],
  [
    'a glyph that no font has',
    { [assistance]: append('A sign 漢 here.') },
    [
      '20-assistance.md:15:1  release  "漢" (U+6F22) (Han) is in no font of the series and prints as □',
      'glyph-missing',
    ],
  ],
  [
    'a template that asks for an unknown name',
    { 'templates/partials/section.hbs': replace('{{title}}', '{{#if tilte}}{{title}}{{/if}}') },
    ['templates/partials/section.hbs:', 'did you mean "title"?  template-name'],
  ],
  [
    'a template that cannot be read',
    { 'templates/partials/notes.hbs': replace('{{/each}}', '') },
    ['templates/partials/notes.hbs:', 'template-syntax'],
  ],
  [
    'a style with an unknown token',
    { 'styles/table.css': replace('var(--size-label)', 'var(--size-lable)') },
    ['styles/table.css:', 'did you mean "--size-label"?  token-unknown'],
  ],
  [
    'a chart that does not compile',
    { [chart]: replace('type: quantitative, axis: null', 'type: quantative, axis: null') },
    ['killed-by-year.yaml:'],
  ],
  [
    'a chart with an unknown mark',
    { [chart]: replace('mark: bar', 'mark: barr') },
    ['killed-by-year.yaml:', '"barr"', 'did you mean "bar"?'],
  ],
  [
    'a chart of an unknown column',
    { [chart]: replace('field: killed', 'field: kiled') },
    ['killed-by-year.yaml:', '"kiled"', 'did you mean "killed"?'],
  ],
  [
    'an unknown country',
    { [`${edition}/maps/locator.yaml`]: replace('country: Mali', 'country: Mally') },
    ['locator.yaml:7:10  error', 'map-feature'],
  ],
  [
    'a fact in an unknown format',
    { [`${edition}/facts.yaml`]: replace('format: number', 'format: nubmer') },
    ['facts.yaml:5:11', 'value-type'],
  ],
  [
    'a section file out of order',
    { [`${edition}/en/summary.md`]: '# Second' },
    ['content/mali-small/en/summary.md:1:1  error', 'file-name'],
  ],
];

test.each(mistakes)('%s', async (_what, changes, expected) => {
  const text = await checkOutput(changes);
  for (const part of expected) expect(text).toContain(part);
});

test('all mistakes of an edition are told in one run', async () => {
  const text = await checkOutput({
    [summary]: (markdown) =>
      markdown.replace('[@apa-2023]', '[@nobody]').replace(':fact[killed-2021]', ':fact[nothing]'),
    [assistance]: append('![](images/a.png)'),
    'data/places.csv': replace('12.60915', 'north'),
  });
  for (const rule of ['source-unknown', 'fact-unknown', 'image-alt', 'cell-type']) expect(text).toContain(rule);
});
