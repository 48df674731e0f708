import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withDigest } from '../../scripts/data/with-digest.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each<[string, string, string]>([
  [
    'a digest is replaced where it stands, comments and blanks stay',
    "# Data  \nresources:\n\n  -   name:  b # the second\n      path: b.csv\n      hash:   'sha256:0' # old\n      title: B   \n",
    `# Data  \nresources:\n\n  -   name:  b # the second\n      path: b.csv\n      hash:   ${digest} # old\n      title: B   \n`,
  ],
  [
    'one that is missing goes behind the path, as far in as that is',
    'resources:\n  - name: a\n    path: a.csv\n  - name: b\n    title: B\n    path: "b.csv" # the file\n',
    `resources:\n  - name: a\n    path: a.csv\n  - name: b\n    title: B\n    path: "b.csv" # the file\n    hash: ${digest}\n`,
  ],
  [
    'Windows line ends and a byte order mark stay',
    '\uFEFFresources:\r\n- path: b.csv\r\n  name: b\r\n',
    `\uFEFFresources:\r\n- path: b.csv\r\n  hash: ${digest}\r\n  name: b\r\n`,
  ],
  [
    'within braces it stays within them',
    'resources: [{ name: a, path: a.csv }, { name: b, path: b.csv, title: B }]',
    `resources: [{ name: a, path: a.csv }, { name: b, path: b.csv, hash: ${digest}, title: B }]`,
  ],
  [
    'a file without a last line end',
    'resources:\n- name: b\n  path: b.csv',
    `resources:\n- name: b\n  path: b.csv\n  hash: ${digest}`,
  ],
  [
    'a key without a digest takes it',
    'resources:\n- name: b\n  hash:\n  path: b.csv\n',
    `resources:\n- name: b\n  hash: ${digest}\n  path: b.csv\n`,
  ],
  [
    'a key without a digest keeps its comment',
    'resources:\n- name: b\n  path: b.csv\n  hash:   # to come\n',
    `resources:\n- name: b\n  path: b.csv\n  hash: ${digest}   # to come\n`,
  ],
  [
    'two quotation marks with nothing between them are replaced',
    'resources:\n- name: b\n  hash: ""\n',
    `resources:\n- name: b\n  hash: ${digest}\n`,
  ],
  [
    'a key without a digest within braces',
    'resources: [{ name: b, hash: , path: b.csv }]',
    `resources: [{ name: b, hash: ${digest} , path: b.csv }]`,
  ],
  [
    'a key without a colon within braces',
    'resources: [{ name: b, hash, path: b.csv }]',
    `resources: [{ name: b, hash: ${digest}, path: b.csv }]`,
  ],
])('%s', (_, before, after) => {
  expect(withDigest(before, 'b', digest)).toBe(after);
});

test('in the data package of the series each dataset takes one, and nothing else changes', () => {
  const yaml = readFileSync('data/datapackage.yaml', 'utf8');
  const before = parse(yaml) as { resources: { name: string; hash?: string }[] };
  for (const { name } of before.resources) {
    const changed = withDigest(yaml, name, digest);
    expect(parse(changed)).toEqual({
      ...before,
      resources: before.resources.map((one) => (one.name === name ? { ...one, hash: digest } : one)),
    });
    const lines = new Set(yaml.split('\n'));
    expect(changed.split('\n').filter((line) => !lines.has(line))).toEqual([`    hash: ${digest}`]);
  }
});

test('a dataset that is not there is an error that says where to look', () => {
  expect(() => withDigest('resources: []', 'b', digest)).toThrow('describes no dataset "b": see npm run data');
});
