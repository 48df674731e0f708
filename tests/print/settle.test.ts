import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { PageHtml, PageNumbers } from '../../scripts/press/page/page-html.ts';
import { openBrowser } from '../../scripts/press/print/open-browser.ts';
import { printSettled } from '../../scripts/press/print/settle.ts';
import { samplePage } from './sample-page.ts';

const page = (html: string): PageHtml => ({ html, resources: new Map() });

/** A printer that lays "s" on the page that `where` says for the document, and counts. */
function printerOf(where: (html: string) => number) {
  const prints: string[] = [];
  return {
    prints,
    async print({ html }: PageHtml): Promise<Uint8Array> {
      prints.push(html);
      const document = await PDFDocument.create();
      for (let i = 0; i < where(html); i += 1) document.addPage();
      const last = document.getPage(where(html) - 1).ref;
      const names = [PDFString.of('s'), document.context.obj([last, PDFName.of('Fit')])];
      document.catalog.set(PDFName.of('Names'), document.context.obj({ Dests: { Names: names } }));
      return document.save();
    },
  };
}
const contents = (numbers: PageNumbers): PageHtml => page(`s … ${numbers.get('s') ?? ''}`);

test('a document that names no page is printed once', async () => {
  const printer = printerOf(() => 2);
  const { numbers } = await printSettled(printer, () => page('no contents'));
  expect(printer.prints).toHaveLength(1);
  expect(numbers.get('s')).toBe(2);
});

test('a contents list is printed again with its numbers', async () => {
  const printer = printerOf(() => 4);
  const { html } = await printSettled(printer, contents);
  expect(printer.prints).toEqual(['s … ', 's … 4']);
  expect(html.html).toBe('s … 4');
});

test('numbers that push a page on are corrected', async () => {
  const printer = printerOf((html) => (html === 's … ' ? 3 : 4));
  const { html } = await printSettled(printer, contents);
  expect(html.html).toBe('s … 4');
  expect(printer.prints).toHaveLength(3);
});

test('pages that never come to rest are an error that names the place', async () => {
  const printer = printerOf((html) => (html.endsWith('4') ? 3 : 4));
  await expect(printSettled(printer, contents)).rejects.toThrow(/after 3 prints "s" from page 3 to 4 moved/);
});

test('in a real print the numbers are the pages', async () => {
  await using printer = await openBrowser({ jobs: 1 });
  const { html, pdf } = await printSettled(printer, (numbers) =>
    samplePage(
      `<p><a href="#two">Two</a> … ${numbers.get('two') ?? ''}</p><section>a</section><section id="two">b</section>`,
    ),
  );
  expect(html.html).toContain('… 3<');
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(3);
});
