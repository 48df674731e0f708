import { expect, test } from 'vitest';
import { mergeYaml } from './merge-yaml.ts';

const base = `title: Wells
data:
  query: select 1
  more: 2
list:
  - name: one
    text: first
  - name: two
    text: second
`;

const cases: readonly (readonly [what: string, piece: string, whole: string])[] = [
  ['a piece without an ellipsis is the whole file', 'title: Rain\n', 'title: Rain\n'],
  ['an entry stands in its place', '# …\ntitle: Rain\n', base.replace('Wells', 'Rain')],
  ['a new entry stands at the end', 'note: New\n# …\n', `${base}note: New\n`],
  [
    'an entry without an ellipsis is replaced whole',
    '# …\ndata:\n  query: select 2\n',
    base.replace('select 1\n  more: 2', 'select 2'),
  ],
  [
    'an entry with one keeps its others',
    '# …\ndata:\n  # …\n  query: select 2\n',
    base.replace('select 1', 'select 2'),
  ],
  [
    'an entry of a list is known by its name',
    '# …\nlist:\n  # …\n  - name: two\n    # …\n    text: changed\n',
    base.replace('second', 'changed'),
  ],
  ['what is no YAML stays so', '# …\ntitle: a: b\n', base.replace('Wells', 'a: b')],
];

test.each(cases)('%s', (_what, piece, whole) => expect(mergeYaml(base, piece)).toBe(whole));
