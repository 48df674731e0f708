import { expect, test } from 'vitest';
import { type Change, wellsProject } from '../small-project.ts';
import { messagesOf } from './run-build.ts';

const edition = 'content/wells/edition.yaml';
const section = 'content/wells/en/10-wells.md';
const chart = 'content/wells/charts/wells-dug.yaml';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const added = (line: string) => (text: string) => `${text}\n${line}\n`;

/** Words that every object of the language has, where an author or a designer names something. */
const named: readonly (readonly [string, Readonly<Record<string, Change>>, string | undefined])[] = [
  ['an accent', { [edition]: replace('accent: ochre', 'accent: constructor') }, 'unknown accent "constructor"'],
  [
    'a label',
    { 'templates/partials/contents.hbs': added('{{label "constructor"}}') },
    'content/labels/en.yaml has no label "constructor"',
  ],
  [
    'a value in a template',
    { 'templates/partials/contents.hbs': added('{{constructor}}') },
    '"constructor" asks for "constructor", which is not there',
  ],
  ['a directive', { [section]: added(':constructor[wells]{valueOf=1}') }, 'there is no directive ":constructor"'],
  ['a directive that places', { [section]: added('::constructor[wells]{valueOf}') }, 'there is no directive'],
  ['a reference', { [section]: added(':chart[constructor]') }, 'no section places a chart "constructor"'],
  ['a fact', { [section]: added(':fact[constructor]') }, 'unknown fact "constructor"'],
  ['a source', { [section]: added('A word [@constructor].') }, 'unknown source "constructor"'],
  ['a format', { [section]: added(':fact[dug-2024]{as=constructor}') }, 'constructor'],
  [
    'a colour of a chart',
    { [chart]: replace('mark: bar', 'mark: { type: bar, color: "token:constructor" }') },
    'constructor',
  ],
  ['a dataset', { [chart]: replace(/query: .*/, 'dataset: constructor') }, 'unknown dataset "constructor"'],
  // A country that no table of ours knows by another name is taken as it is.
  ['a country', { [edition]: replace('country: Valley', 'country: constructor') }, undefined],
];

test.each(named)('%s called "constructor" is a name like any other', async (_what, changes, message) => {
  await using project = await wellsProject(changes);
  const messages = await messagesOf(project.root);
  expect(messages.join('\n')).toContain(message ?? '');
  if (message === undefined) expect(messages).toEqual([]);
});
