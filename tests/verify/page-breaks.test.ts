import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { checkPageBreaks } from '../../scripts/press/verify/page-breaks.ts';
import type { PrintedBlock } from '../../scripts/press/verify/printed-blocks.ts';
import { verifyPdf } from '../../scripts/press/verify/verify-pdf.ts';

/** What the check of breaks says of a fixture, a line a diagnostic, without the cures. */
async function breaksOf(name: string): Promise<readonly string[]> {
  const path = join(import.meta.dirname, 'fixtures', name);
  const { report, list } = collectDiagnostics();
  const expected = {
    families: ['Source Serif 4', 'Source Sans 3'],
    body: { left: 30, bottom: 30, right: 270, top: 370 },
    budgets: { pages: 30, bytes: 300_000 },
    appendix: 'appendix',
    attachments: [],
    at: () => ({ file: 'edition.yaml', line: 1, column: 1 }),
  };
  const html = readFileSync(`${path}.html`, 'utf8');
  await verifyPdf(readFileSync(`${path}.pdf`), { html, resources: new Map() }, expected, report);
  return list().map(({ place, rule, message }) => `${place.file}:${place.line} ${rule} ${message}`);
}

test('every bad break is told once, with its page and its place', async () => {
  expect(await breaksOf('breaks')).toEqual([
    'empty.md:1 page-empty page 12 is filled to 21%, since "Tall chart" did not fit on it',
    'few.md:3 heading-stranded the heading "Heading with five lines" stands at the foot of page 6, with no more than 5 lines of its text',
    'late.md:3 section-late the section "Late section" begins on the last fifth of page 2',
    expect.stringMatching(/^margin.md:3 text-lost "Into the margin line 1 of 1." is not in the PDF/),
    'margin.md:3 box-passed "nto the margin line 1 of 1." reaches into the margin of page 16',
    'margin.md:5 box-passed "Over another line 1 of 1." is printed over "nto the margin line 1 of 1." on page 16',
    expect.stringMatching(
      /^orphan.md:3 line-alone the first line of "Orphan line 1 .+" .+ foot of a column of page 8$/,
    ),
    expect.stringMatching(/^row.md:3 block-cut the table row "Row.+ is cut over pages 14 and 15$/),
    'stranded.md:3 heading-stranded the heading "Stranded heading" stands at the foot of page 4, and its text after it',
    expect.stringMatching(/^widow.md:3 line-alone the last line of "Widow line 1 .+" .+ top of a column of page 11$/),
  ]);
});

test('what just holds is not told', async () => {
  expect(await breaksOf('unbroken')).toEqual([]);
});

const body = { left: 0, bottom: 0, right: 100, top: 100 };

/** A block at the top of a page that fills this part of it, in hundredths. */
function block(page: number, filled: number): PrintedBlock {
  const place = { file: 'a.md', line: page, column: 1 };
  const line = { left: 0, right: 100, top: 100, bottom: 100 - filled };
  return { type: 'P', aside: false, text: `Page ${page}`, place, fragments: [{ page, lines: [line] }], pages: [page] };
}

test.each([
  ['a page that ends in its upper third is told', undefined, [2]],
  ['that before the appendix may end there, as a last page may', 3, []],
])('%s', (_, appendix, pages) => {
  const { report, list } = collectDiagnostics();
  const blocks = [block(1, 10), block(2, 20), block(3, 90), block(4, 10)];
  checkPageBreaks(blocks, { count: 4, appendix }, body, report);
  expect(list().map(({ message }) => Number(/page (\d+)/.exec(message)?.[1]))).toEqual(pages);
});
