import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { listEditions, reportEditionNames } from '../../scripts/press/read/edition-names.ts';
import { memoryFiles } from '../../scripts/press/read/files.ts';
import { messagesOf } from '../cli/run-build.ts';
import { wellsProject } from '../small-project.ts';

/** What is an edition among folders that hold an edition.yaml, and what is told of the others. */
function found(...names: readonly string[]): {
  readonly editions: readonly string[];
  readonly messages: readonly string[];
} {
  const files = memoryFiles(Object.fromEntries(names.map((name) => [`content/${name}/edition.yaml`, 'title: A'])));
  const diagnostics = collectDiagnostics();
  reportEditionNames(files, diagnostics.report);
  return {
    editions: listEditions(files),
    messages: diagnostics.list().map(({ message, cure }) => `${message}: ${cure}`),
  };
}

test('folders are editions by their names, whatever the system', () => {
  expect(found('wells', 'burkina-faso', 'con-2026', 'wells2')).toEqual({
    editions: ['burkina-faso', 'con-2026', 'wells', 'wells2'],
    messages: [],
  });
});

test.each([
  ['Wells', 'write small letters, digits and single hyphens'],
  ['wells.', 'write small letters, digits and single hyphens'],
  ['a"b', 'write small letters, digits and single hyphens'],
  ['aux.txt', 'write small letters, digits and single hyphens'],
  ['côte', 'write small letters, digits and single hyphens'],
  ['x\n::error::INJ', 'write small letters, digits and single hyphens'],
  ['con', 'write another, since Windows keeps this one for a device'],
  ['lpt9', 'write another, since Windows keeps this one for a device'],
  ['labels', 'write another, since content/labels holds the words of the press'],
  ['w'.repeat(61), 'write at most 60 letters'],
])('%j is none, and told', (name, cure) => {
  expect(found('wells', name)).toEqual({
    editions: ['wells'],
    messages: [`"${name}" cannot name the folder of an edition: ${cure}`],
  });
});

test('what systems hide is passed over', () => {
  expect(found('wells', '.wells')).toEqual({ editions: ['wells'], messages: [] });
});

test('a check of all editions tells it, and of others it goes on', async () => {
  await using project = await wellsProject({
    'content/Wells/edition.yaml': 'title: A second folder, which some systems take for the first\n',
    'content/wells/edition.yaml': (text) => text.replace('accent: ochre', 'accent: ocher'),
  });
  expect(await messagesOf(project.root)).toEqual([
    'content/Wells/edition.yaml:1 file-name "Wells" cannot name the folder of an edition',
    'content/wells/edition.yaml:9 accent-unknown unknown accent "ocher"',
  ]);
});
