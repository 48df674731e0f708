import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { checkFill } from '../../scripts/press/verify/check-fill.ts';
import type { LaidBlock } from '../../scripts/press/verify/lay-out.ts';

const body = { left: 0, bottom: 0, right: 100, top: 100 };

/** A block at the top of a page that fills this part of it, in hundredths. */
function block(page: number, filled: number): LaidBlock {
  const place = { file: 'a.md', line: page, column: 1 };
  const line = { left: 0, right: 100, top: 100, bottom: 100 - filled };
  return { type: 'P', aside: false, text: `Page ${page}`, place, fragments: [{ page, lines: [line] }], pages: [page] };
}

test.each([
  ['a page that ends in its upper third is told', undefined, [2]],
  ['that before the appendix may end there, as a last page may', 3, []],
])('%s', (_, appendix, told) => {
  const { report, list } = collectDiagnostics();
  const blocks = [block(1, 10), block(2, 20), block(3, 90), block(4, 10)];
  checkFill(blocks, { count: 4, appendix }, body, report);
  expect(list().map(({ message }) => Number(/page (\d+)/.exec(message)?.[1]))).toEqual(told);
});
