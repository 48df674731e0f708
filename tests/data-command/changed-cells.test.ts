import { expect, test } from 'vitest';
import { changedCells } from '../../scripts/data/changed-cells.ts';

const before = 'id,killed,note\na,1,x\nb,2,"y, z"\nc,3,\n';

/** What has changed, a line a change. */
function changesBetween(old: string, now: string, key: readonly string[] = ['id']): readonly string[] {
  return changedCells(old, now, { key, file: 'data/a.csv' }).map((change) => {
    const { line, column } = change.place;
    switch (change.kind) {
      case 'cell':
        return `${line}:${column} ${change.row} ${change.column}: ${change.before} → ${change.after}`;
      case 'row-added':
      case 'row-removed':
        return `${line}:${column} ${change.kind} ${change.row}`;
      default:
        return `${line}:${column} ${change.kind} ${change.column}`;
    }
  });
}

test.each<[string, string, readonly string[]]>([
  ['nothing', before, []],
  ['a cell', before.replace('b,2', 'b,512'), ['3:3 b killed: 2 → 512']],
  ['a cell in quotation marks', before.replace('y, z', 'y; z'), ['3:5 b note: y, z → y; z']],
  [
    'a cell that is emptied and one that is filled',
    'id,killed,note\na,,x\nb,2,"y, z"\nc,3,w\n',
    ['2:3 a killed: 1 → ', '4:5 c note:  → w'],
  ],
  ['rows in another order', 'id,killed,note\nc,3,\na,1,x\nb,2,"y, z"\n', []],
  ['a new row', `${before}d,4,\n`, ['5:1 row-added d']],
  ['a row less', 'id,killed,note\na,1,x\nc,3,\n', ['1:1 row-removed b']],
  ['another key', before.replace('b,2', 'd,2'), ['3:1 row-added d', '1:1 row-removed b']],
  ['another order of columns', 'note,id,killed\nx,a,1\n"y, z",b,2\n,c,4\n', ['4:4 c killed: 3 → 4']],
  ['other columns', 'id,dead,note\na,1,x\nb,2,"y, z"\nc,3,\n', ['1:1 column-removed killed', '1:1 column-added dead']],
])('%s is told', (_, after, changes) => {
  expect(changesBetween(before, after)).toEqual(changes);
});

test.each<[string, string, readonly string[]]>([
  ['a cell, by the number of its row', before.replace('b,2', 'b,512'), ['3:3 row 2 killed: 2 → 512']],
  ['a row in the middle', before.replace('b,2', 'd,4,\nb,2'), ['3:1 row-added row 2']],
  [
    'two cells',
    before.replace('a,1', 'a,9').replace('c,3', 'c,8'),
    ['2:3 row 1 killed: 1 → 9', '4:3 row 3 killed: 3 → 8'],
  ],
])('without a key, %s is told', (_, after, changes) => {
  expect(changesBetween(before, after, [])).toEqual(changes);
});

test('a key that two rows share is none', () => {
  expect(changesBetween('id,n\na,1\na,2\n', 'id,n\na,1\na,3\n')).toEqual(['3:3 row 2 n: 2 → 3']);
});
