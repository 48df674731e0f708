import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryFiles } from '../../scripts/press/read/files.ts';
import { previewTokens } from '../../scripts/preview/preview-tokens.ts';
import { repository } from '../journey/repository-files.ts';

const file = 'styles/tokens.yaml';
const source = readFileSync(join(repository, file), 'utf8');
const tokens = (text: string) => previewTokens(memoryFiles({ [file]: text })).groups;

test('each token of the series has its value, its meaning in CSS, and its line', () => {
  const lines = source.split('\n');
  const all = tokens(source).flatMap((group) => group.tokens.map((token) => ({ ...token, group: group.name })));
  for (const { value, line } of all) expect(lines[line - 1]).toContain(value);
  expect(all).toContainEqual(
    expect.objectContaining({ group: 'colours', name: 'ink', kind: 'colour', css: '#1d1d1b' }),
  );
  expect(all).toContainEqual(expect.objectContaining({ group: 'sizes', name: 'text', kind: 'length', css: '10pt' }));
  expect(all).toContainEqual(
    expect.objectContaining({ group: 'fonts', name: 'text', kind: 'font', css: '"Source Serif 4"' }),
  );
  expect(all).toContainEqual(expect.objectContaining({ group: 'accents', name: 'ochre strong', value: '#8f5a14' }));
  expect(all).toContainEqual(expect.objectContaining({ group: 'data_colours', name: '1', value: '#1f4e6b' }));
  expect(all).toContainEqual(expect.objectContaining({ group: 'page', name: 'size', kind: 'other', value: 'letter' }));
});

test.each([
  ['that is missing', undefined],
  ['that is no YAML', '{: ['],
  ['that is a list', '- one'],
  ['with values of no kind', 'sizes: {a: null, b: {}, c: [1]}'],
])('a file %s gives what can be read of it', (_, text) => {
  expect(() => previewTokens(memoryFiles(text === undefined ? {} : { [file]: text }))).not.toThrow();
});
