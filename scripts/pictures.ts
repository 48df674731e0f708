import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contactSheet, encodePng } from './pictures/picture.ts';
import { renderPages } from './pictures/render-pages.ts';
import { openPdf } from './press/verify/pdfium.ts';

/** The picture of real pages in the README: the cover, a page of text and one with charts. */
const shown = { edition: 'mali', pages: [1, 2, 4], scale: 1.1 } as const;

const root = join(import.meta.dirname, '..');
const pdf = join(root, 'out', `${shown.edition}.pdf`);
const bytes = await readFile(pdf).catch((cause: unknown) => {
  throw new Error(`Reading ${pdf} failed: build it first with npm run pdf -- ${shown.edition}`, { cause });
});
await using open = await openPdf(bytes);
const sheet = contactSheet(renderPages(open, shown.pages, shown.scale), shown.pages.length, 16);
await mkdir(join(root, 'docs'), { recursive: true });
await writeFile(join(root, 'docs', 'pages.png'), encodePng(sheet));
process.stdout.write(`docs/pages.png  ${sheet.width} × ${sheet.height}\n`);
