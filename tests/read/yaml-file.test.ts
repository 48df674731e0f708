import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { readChecked } from '../../scripts/press/read/checked-yaml.ts';
import { memoryFiles } from '../../scripts/press/read/files.ts';
import { editionSchema } from '../../scripts/press/read/schemas/edition.ts';

const right = `title: A
short_title: A
force: F
country: Mali
order: 1
data_cutoff: 2022
version: "1.0"
status: draft
accent: ochre
keywords: []
summary: S
budgets: { pages: 3, bytes: 90000 }
cover: {}
`;

function problems(change: (yaml: string) => string): readonly string[] {
  const diagnostics = collectDiagnostics();
  readChecked(memoryFiles({ 'e.yaml': change(right) }), 'e.yaml', editionSchema, diagnostics.report);
  return diagnostics
    .list()
    .map(({ place, rule, message, cure }) => `${place.line}:${place.column} ${rule}: ${message} – ${cure}`);
}

test('a key that stands twice is told by its name, where it stands again', () => {
  expect(problems((yaml) => yaml.replace('force: F', 'title: F'))).toContain(
    '3:1 yaml-syntax: the key "title" stands here a second time – give one of the two another name, or take it out',
  );
});

test('a right file gives its value: dates as text, whether quoted or not', () => {
  const read = readChecked(memoryFiles({ 'e.yaml': right }), 'e.yaml', editionSchema, () => {});
  expect(read?.value.data_cutoff).toBe('2022');
  expect(read?.at('budgets', 'bytes')).toEqual({ file: 'e.yaml', line: 12, column: 29 });
});

test.each([
  [
    'title: A',
    'titel: A',
    [
      'key-missing: the key "title" is missing',
      '1:1 key-unknown: there is no key "titel" here – did you mean "title"?',
    ],
  ],
  ['order: 1', 'order: first', ['5:8 value-type: "first" cannot be used for "order" – write a number']],
  ['data_cutoff: 2022', 'data_cutoff: 2022-02-30', ['6:14 date-wrong: "2022-02-30" cannot be used for "data_cutoff"']],
  [
    'version: "1.0"',
    'version: 1.0',
    [
      '7:10 value-type: 1.0 cannot be used for "version", because it is read as a number – put it in quotation marks: "1.0"',
    ],
  ],
  [
    'keywords: []',
    'keywords: [2022]',
    [
      '10:12 value-type: 2022 cannot be used in the list "keywords", because it is read as a number – put it in quotation marks: "2022"',
    ],
  ],
  [
    'title: A',
    'title: true',
    [
      '1:8 value-type: true cannot be used for "title", because it is read as a yes or no – put it in quotation marks: "true"',
    ],
  ],
  [
    'cover: {}',
    `cover:\n  key_figures:\n${'    - { figure: a, text: b, source: c }\n'.repeat(5)}`,
    ['15:5 value-type: there are 5 entries under "key_figures", and at most 4 fit – take one of them out'],
  ],
  [
    'status: draft',
    'status: finl',
    ['8:9 value-type: "finl" cannot be used for "status" – write one of "draft", "reconstruction", "final"'],
  ],
  ['cover: {}', 'cover: {', ['yaml-syntax: a "{" is opened before this place and not closed – add the "}"']],
  ['keywords: []', 'keywords: []\nkeywords: []', ['11:1 yaml-syntax: the key "keywords" stands here a second time']],
  ['title: A', 'title: A: B', ['1:8 yaml-syntax: a text with a colon in it stands here without quotation marks']],
  ['title: A', 'title: "A', ['yaml-syntax: a quotation mark is opened before this place and not closed']],
  ['title: A', 'title: @A', ['1:8 yaml-syntax: a text that begins with "@" stands here without quotation marks']],
  ['title: A', 'title: "A" B', ['1:12 yaml-syntax: words follow a quotation mark that ends the text']],
  ['order: 1', ' order: 1', ['4:10 yaml-syntax: the line after this one is indented as if it belonged to this text']],
  ['order: 1', 'order', ['5:1 yaml-syntax: this line is neither a key nor a part of what stands above it']],
  ['cover: {}', 'cover:\n\tmap: locator', ['14:1 yaml-syntax: this line is indented by a tab']],
  ['budgets: { pages: 3', 'budgets: { pages: 0', ['12:19 value-type: 0 cannot be used for "pages" – at least 1']],
  [
    'cover: {}',
    'cover:\n  key_figures:\n    - { figure: a, text: b }',
    ['15:7 key-missing: the key "source" is missing'],
  ],
])('%s → %s', (from, to, expected) => {
  const found = problems((yaml) => yaml.replace(from, to)).join('\n');
  for (const line of expected) expect(found).toContain(line);
});
