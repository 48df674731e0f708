import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openPdf } from '../../scripts/press/verify/pdfium.ts';

const [, script = ''] = process.argv;
afterEach(() => {
  process.argv[1] = script;
});

test.each(['łukasz', 'Документы', 'ሀገር', '船⛵'])(
  'a press in a folder called %s can look into PDFs',
  async (folder) => {
    process.argv[1] = `/home/${folder}/press/scripts/pdf.ts`;
    const pdf = await readFile(join(import.meta.dirname, 'fixtures/good.pdf'));
    await using open = await openPdf(pdf);
    expect(open.pdfium.FPDF_GetPageCount(open.document)).toBeGreaterThan(0);
  },
);
