import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Audit, auditSchema } from '../../scripts/press/audit/audit.ts';
import { auditEdition } from '../../scripts/press/audit/audit-edition.ts';
import { readSpans } from '../../scripts/press/audit/text-spans.ts';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { smallProject } from '../small-project.ts';

const content = 'content/mali-small';

/** The small edition with a number of each kind. */
const changes = {
  [`${content}/en/20-assistance.md`]: (text: string) =>
    text.replace(
      'A paragraph with',
      'In the first coup, 42 boats came, :claim[more than twice]{fact=ratio} the 584 of old. They :fact[change]. A paragraph with',
    ),
  [`${content}/edition.yaml`]: (text: string) =>
    text.replace('names: [', 'names: [first coup, ').replace('strict: true', ''),
  [`${content}/facts.yaml`]: (text: string) => `${text}
ratio:
  label: Civilians killed in 2022 as a multiple of 2021
  query: select fact('killed-2022') / fact('killed-2021')
  format: times
  source: apa-2023

change:
  label: Direction of the change from 2021 to 2022
  query: select fact('killed-2022') - fact('killed-2021')
  format: rose-or-fell
`,
};

let audit: Audit;
let close: () => Promise<void>;

beforeAll(async () => {
  const small = await smallProject(changes);
  const diagnostics = collectDiagnostics();
  const { report } = diagnostics;
  const project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('mali-small', project, report, () => {}));
  if (!compiled) throw new Error(JSON.stringify(diagnostics.list()));
  const { html } = compiled.compose(new Map());
  const laid = readSpans(html).map(({ text }) => ({ page: 3, text }));
  audit = await auditEdition(html, laid, compiled);
  close = async () => {
    await project[Symbol.asyncDispose]();
    await small[Symbol.asyncDispose]();
  };
});

afterAll(() => close());

function numbersOf(text: string) {
  return audit.numbers.filter((number) => number.text === text);
}

test('an audit is of the form that its schema gives', () => {
  expect(auditSchema.parse(JSON.parse(JSON.stringify(audit)))).toEqual(audit);
});

test('a number with nothing behind it stands first, with its words and its exact place', () => {
  expect(audit.numbers.slice(0, 2)).toMatchObject([
    {
      text: '42',
      kind: 'unexplained',
      page: 3,
      before: 'In the first coup, ',
      after: expect.stringMatching(/^ boats/),
    },
    { text: '584', kind: 'unexplained', place: { file: `${content}/en/20-assistance.md`, line: 5, column: 75 } },
  ]);
  expect(audit.numbers[0]?.place).toEqual({ file: `${content}/en/20-assistance.md`, line: 5, column: 20 });
});

test.each([
  ['a fact', '1,277', { kind: 'fact', fact: 'killed-2022', place: { file: `${content}/edition.yaml` } }],
  ['a word that a fact decides', 'rose', { kind: 'fact', fact: 'change' }],
  ['a claim', 'more than twice', { kind: 'claim', fact: 'ratio' }],
  ['a declared name', 'first', { kind: 'declared', declared: { name: 'first coup' } }],
  ['a property of the edition', 'March 22, 2023', { kind: 'declared', declared: { name: 'data_cutoff' } }],
  ['a cell of a table', '466', { kind: 'data', answer: 'table harm', row: 3, column: 'injured' }],
  ['a date of a timeline', 'May 24, 2021', { kind: 'data', answer: 'timeline acts', row: 2, column: 'date' }],
  ['a sentence of the data', 'section 7008', { kind: 'declared', place: { file: 'data/restrictions.csv', line: 2 } }],
  ['the number of a figure', 'Figure 1', { kind: 'counted' }],
  ['a note that cites', expect.stringContaining('“Mali: at least 1,277'), { kind: 'citation', source: 'apa-2023' }],
])('%s is explained', (_, text, explained) => {
  const found = audit.numbers.filter((number) => expect.objectContaining({ text }).asymmetricMatch(number));
  expect(found.length).toBeGreaterThan(0);
  expect(found).toContainEqual(expect.objectContaining(nested(explained)));
});

/** Objects within are compared by the keys that are wanted. */
function nested(wanted: object): object {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? expect.objectContaining(value) : value,
    ]),
  );
}

test('a label of a chart is a value of its answer, and the words in its place name the facts in them', () => {
  const inChart = audit.numbers.filter(({ answer }) => answer === 'chart killed-by-year');
  expect(inChart.map(({ text, kind, row, fact, column }) => [text, kind, row ?? fact, column])).toEqual([
    ['Two', 'declared', null, null],
    ['584', 'fact', 'killed-2021', null],
    ['2021', 'declared', null, null],
    ['1,277', 'fact', 'killed-2022', null],
    ['2022', 'declared', null, null],
    ['2021', 'data', 1, 'period'],
    ['2022', 'data', 2, 'period'],
    ['584', 'data', 1, 'killed'],
    ['1,277', 'data', 2, 'killed'],
    [expect.any(String), 'data', null, null],
  ]);
  expect(inChart.at(-1)).toMatchObject({ count: 6, place: { file: `${content}/charts/killed-by-year.yaml` } });
});

test('a fact comes with its query, its value and the lines that it rests on', () => {
  const [killed] = audit.facts.filter(({ name }) => name === 'killed-2022');
  expect(killed).toMatchObject({
    label: 'Civilians killed in Mali, 2022',
    text: '1,277',
    value: '1277',
    unit: 'people',
    format: 'number',
    query: expect.stringContaining('mali_civilian_harm_by_year'),
    facts: [],
    sources: ['apa-2023'],
    rests: [{ dataset: 'mali-civilian-harm-by-year', extent: 'followed', count: 1, lines: [5] }],
  });
  expect(audit.facts.find(({ name }) => name === 'ratio')).toMatchObject({
    value: '1277 / 584',
    facts: ['killed-2022', 'killed-2021'],
    rests: [],
  });
});

test('a dataset comes with its digest, its sources and the rows that are named', () => {
  const harm = audit.datasets.find(({ name }) => name === 'mali-civilian-harm-by-year');
  expect(harm).toMatchObject({
    file: 'data/mali-civilian-harm-by-year.csv',
    digest: /^sha256:/.test(harm?.digest ?? '') ? harm?.digest : 'a digest',
  });
  expect(harm?.rows.find(({ line }) => line === 5)?.cells).toMatchObject({ period: '2022', killed: '1277' });
});

test('numbers are counted by kind', () => {
  for (const [kind, count] of Object.entries(audit.counts)) {
    const sum = audit.numbers.filter((number) => number.kind === kind).reduce((all, number) => all + number.count, 0);
    expect([kind, count]).toEqual([kind, sum]);
  }
  expect(numbersOf('42')).toHaveLength(1);
});
