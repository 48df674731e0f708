import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { checkTemplates } from '../../scripts/press/page/check-templates.ts';
import { readTemplates } from '../../scripts/press/page/templates.ts';
import { diskFiles, memoryFiles } from '../../scripts/press/read/files.ts';
import { readLabels } from '../../scripts/press/read/labels.ts';

const blocks = ['figure', 'table', 'timeline', 'key-figures', 'callout'];

/** What is wrong with a factsheet.hbs of this text, where the other templates are empty. */
function problems(factsheet: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const diagnostics = collectDiagnostics();
  const files = memoryFiles({
    'templates/factsheet.hbs': factsheet,
    'templates/audit.hbs': '',
    ...Object.fromEntries(blocks.map((name) => [`templates/partials/${name}.hbs`, ''])),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [`templates/partials/${name}.hbs`, text])),
    'content/labels/en.yaml': 'contents: Contents\n',
  });
  checkTemplates(readTemplates(files, diagnostics.report), readLabels(files, diagnostics.report), diagnostics.report);
  return diagnostics
    .list()
    .map(
      ({ place, rule, message, cure }) =>
        `${place.file.replace('templates/', '')}:${place.line}:${place.column} ${rule}: ${message} – ${cure}`,
    );
}

test('the templates of this repository ask only for what they are given', () => {
  const diagnostics = collectDiagnostics();
  const files = diskFiles(`${import.meta.dirname}/../..`);
  checkTemplates(readTemplates(files, diagnostics.report), readLabels(files, diagnostics.report), diagnostics.report);
  expect(diagnostics.list()).toEqual([]);
});

test.each([
  [
    '{{edition.titel}}',
    'factsheet.hbs:1:3 template-name: "edition.titel" asks for "titel", which is not there – did you mean "title"?',
  ],
  [
    'a\n{{#if edition.correctoin}}x{{/if}}',
    'factsheet.hbs:2:7 template-name: "edition.correctoin" asks for "correctoin"',
  ],
  ['{{#each sections}}{{#with boddy}}{{/with}}{{/each}}', 'factsheet.hbs:1:27 template-name: "boddy"'],
  ['{{#each notes}}{{../language}}{{../../language}}{{/each}}', '"../../language"'],
  ['{{#each notes as |note|}}{{note.bdy}}{{/each}}', 'asks for "bdy", which is not there – did you mean "body"?'],
  ['{{#each edition}}{{/each}}', '{{#each}} cannot go into "edition"'],
  ['{{sections}}', '"sections" is a list and cannot be printed as it is – go through it with {{#each}}'],
  ['{{> figur}}', 'template-partial: there is no partial "figur" – did you mean "figure"?'],
  ['{{label "contnts"}}', 'label-missing: content/labels/en.yaml has no label "contnts" – did you mean "contents"?'],
  ['{{label "contents" n=edition.nope}}', 'asks for "nope"'],
  ['{{uppercase edition.title}}', 'there is no helper "uppercase"'],
  ['{{#if edition.title}}', 'template-syntax: this template cannot be read near line 1'],
  ['{{#each notes}}{{@indx}}{{/each}}', 'there is no "@indx" – did you mean "index"?'],
  ['{{constructor}}', 'asks for "constructor"'],
])('%s', (template, expected) => {
  expect(problems(template).join('\n')).toContain(expected);
});

test('a partial is checked with what its caller gives it', () => {
  const more = { figure: '', line: '{{title}} {{extra}}' };
  expect(problems('{{#each sections}}{{> line extra=id}}{{/each}}', more)).toEqual([]);
  expect(problems('{{#each notes}}{{> line extra=id}}{{/each}}', more).join()).toContain('partials/line.hbs:1:3');
});

test('what is right passes: blocks, else, indexes, labels', () => {
  const template = '{{#each contents}}{{#unless @first}}, {{/unless}}{{title}}{{else}}{{label "contents"}}{{/each}}';
  expect(problems(template)).toEqual([]);
});
