import { beforeAll, expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { smallProject } from '../small-project.ts';

let html = '';

beforeAll(async () => {
  await using small = await smallProject();
  const { report } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('mali-small', project, report, () => {}));
  html = compiled?.compose(new Map([['summary', 2]])).html ?? '';
});

const file = 'content/mali-small';

test.each([
  ['a fact', `data-fact="killed-2021" data-source="${file}/en/10-summary.md:3:60">584</span>`],
  ['a fact in a caption', `data-fact="killed-2022" data-source="${file}/edition.yaml:16:16">1,277</span>`],
  ['the words of a note', `<span data-source="${file}/en/10-summary.md:12:1">As counted by MINUSMA`],
  ['the words of a caption', `<span data-source="${file}/tables/harm.yaml:1:8">Harm to civilians in Mali</span>`],
  ['the head of a column', `<span data-source="${file}/charts/killed-by-year.yaml:9:28">Year</span>`],
  [
    'a key figure on the cover',
    `<span data-source="${file}/edition.yaml:17:13">civilians killed in Mali in 2022</span>`,
  ],
  ['a cell of a table', '<span data-cell="table harm 2 killed">'],
  ['a cell of a timeline', '<span data-cell="timeline acts 1 act">'],
  [
    'a citation, its full stop within its quotation marks',
    '<span data-cites="apa-2023">APA News, “At least 1,277 civilians killed.”</span>',
  ],
  ['the house of a source line', '<span data-cites="apa-2023">APA News</span>'],
  ['the number of a figure', '<span data-counted>Figure 1</span>'],
  ['the number of a note', '<span data-counted>1</span>'],
  ['a number in the contents', '<span data-counted>2</span>'],
  ['a drawing', 'data-drawing="chart-killed-by-year"'],
  ['a label of an axis', '<g data-part="axis-label"><text'],
])('the page’s HTML tells what %s comes from', (_, origin) => {
  expect(html).toContain(origin);
});
