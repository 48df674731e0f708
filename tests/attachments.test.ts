import { expect, test } from 'vitest';
import { csvOfRows } from '../scripts/press/attachments.ts';

test.each([
  ['no row', 'a,b\n1,2\n3,4\n', [], 'a,b\n'],
  ['every row', 'a,b\n1,2\n3,4\n', [0, 1], 'a,b\n1,2\n3,4\n'],
  ['some rows', 'a,b\n1,2\n3,4\n5,6\n', [0, 2], 'a,b\n1,2\n5,6\n'],
  ['a last row without a line end', 'a,b\n1,2\n3,4', [1], 'a,b\n3,4'],
  [
    'a row over two lines, and quotation marks, as they are written',
    'a,b\n"x\ny",2\n"q ""r""",4\n',
    [0, 1],
    'a,b\n"x\ny",2\n"q ""r""",4\n',
  ],
  ['the row after one over two lines', 'a,b\n"x\ny",2\n3,4\n', [1], 'a,b\n3,4\n'],
  ['line ends of other systems', 'a,b\r\n1,2\r\n3,4\r\n', [1], 'a,b\r\n3,4\r\n'],
  ['blank lines, which are no rows', 'a,b\n\n1,2\n\n3,4\n', [1], 'a,b\n3,4\n'],
  ['a single column, of which a blank line is a row', 'a\n1\n\n3\n', [2], 'a\n3\n'],
])('%s', (_, csv, rows, cut) => {
  const bytes = csvOfRows(new TextEncoder().encode(csv), new Set(rows));
  expect(new TextDecoder().decode(bytes)).toBe(cut);
});
