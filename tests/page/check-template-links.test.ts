import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { checkTemplateLinks } from '../../scripts/press/page/check-template-links.ts';
import { readTemplates } from '../../scripts/press/page/templates.ts';
import { diskFiles, type Files, memoryFiles } from '../../scripts/press/read/files.ts';

/** What is told of the links in templates, a line a diagnostic. */
function linkMessages(files: Files): readonly string[] {
  const diagnostics = collectDiagnostics();
  checkTemplateLinks(readTemplates(files, diagnostics.report), diagnostics.report);
  return diagnostics
    .list()
    .map(({ place, rule, message }) => `${place.file}:${place.line}:${place.column} ${rule} ${message}`);
}

const withPartial = (text: string) =>
  memoryFiles({ 'templates/factsheet.hbs': '', 'templates/audit.hbs': '', 'templates/partials/part.hbs': text });

test('the templates of this repository link only to the web, to mail and within the page', () => {
  expect(linkMessages(diskFiles(`${import.meta.dirname}/../..`))).toEqual([]);
});

test.each([
  '<a href="https://example.org/a">a</a> <a href="mailto:desk@example.org">b</a> <a href="#c">c</a>',
  '<a href="{{url}}">a</a> <a href="#{{id}}">b</a> <a href="mailto:{{email}}">c</a> <a href="https://doi.org/{{doi}}">d</a>',
  '<a href="{{#if url}}{{url}}{{else}}#{{id}}{{/if}}">a</a>',
  '<link rel="stylesheet" href="{{href}}"><img src="logo.svg" alt=""><svg><use href="#a"/></svg>',
  'The words href="javascript:alert(1)" in text. {{!-- <a href="javascript:alert(1)"> --}}',
])('%s is a good link', (text) => expect(linkMessages(withPartial(text))).toEqual([]));

test.each([
  ['<p>\n  <a href="javascript:alert(1)">a</a>', 'javascript:alert(1)', '2:3'],
  ['{{#each a}}\n{{b}} <A HREF=JavaScript:alert(1)>a</A>{{/each}}', 'JavaScript:alert(1)', '2:7'],
  ['<a href="java&#10;script:alert(1)">a</a>', 'java\nscript:alert(1)', '1:1'],
  ['<a href="javascript:{{title}}">a</a>', 'javascript:{{…}}', '1:1'],
  ['{{#if a}}{{b}}{{else}}<a href="file:///etc/passwd">a</a>{{/if}}', 'file:///etc/passwd', '1:23'],
  ['<svg><a xlink:href="javascript:a"><text>a</text></a></svg>', 'javascript:a', '1:6'],
  ['<svg><a href="data:text/html,a"><text>a</text></a></svg>', 'data:text/html,a', '1:6'],
  ['<map><area href="ms-msdt:/id" alt=""></map>', 'ms-msdt:/id', '1:6'],
  ['<form action="javascript:a"></form>', 'javascript:a', '1:1'],
  ['<button formaction="javascript:a"></button>', 'javascript:a', '1:1'],
  ['<a href="//example.org">a</a>', '//example.org', '1:1'],
  ['<a href="page.html">a</a>', 'page.html', '1:1'],
  ['<tr><td><a href="https://{{name}}@example.org">a</a></td></tr>', 'https://{{…}}@example.org', '1:9'],
])('%s is told', (text, address, place) => {
  expect(linkMessages(withPartial(text))).toEqual([
    `templates/partials/part.hbs:${place} link-target "${address}" is not an address that a reader can follow`,
  ]);
});
