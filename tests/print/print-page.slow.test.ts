import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Printer } from '../../scripts/press/print/open-browser.ts';
import { readDestinations } from '../../scripts/press/print/read-destinations.ts';
import { samplePage } from './sample-page.ts';

let printer: Printer;
beforeAll(async () => {
  printer = await openBrowser({ jobs: 2 });
});
afterAll(() => printer[Symbol.asyncDispose]());

const linked = `<h1>One</h1><p><a href="#two">Two</a> <a href="#c%C3%B4te">Three</a></p>
  <section id="two"><h2>Two</h2></section><section><p>between</p></section><section id="côte"><h2>Three</h2></section>`;

describe('a printed page', () => {
  test('is tagged, has an outline and the size that its style sheet sets', async () => {
    const document = await PDFDocument.load(await printer.print(samplePage(linked)));
    expect(document.getPageCount()).toBe(4);
    expect(document.getPage(0).getSize()).toEqual({ width: 300, height: 420 });
    for (const key of ['MarkInfo', 'StructTreeRoot', 'Outlines']) {
      expect(document.catalog.has(PDFName.of(key)), key).toBe(true);
    }
  });

  test('embeds its own fonts and no other, a font of the margin alone included', async () => {
    const document = await PDFDocument.load(await printer.print(samplePage(linked)));
    const names = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isFont = object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font');
      return isFont ? [String(object.get(PDFName.of('BaseFont')))] : [];
    });
    expect(names.some((name) => name.includes('SourceSerif4'))).toBe(true);
    expect(names.some((name) => name.includes('SourceSans3'))).toBe(true);
    expect(names.every((name) => /SourceS(erif4|ans3)/.test(name))).toBe(true);
  });

  test('tells the page of each place that a link leads to', async () => {
    const numbers = await readDestinations(await printer.print(samplePage(linked)));
    expect([...numbers]).toEqual([
      ['two', 2],
      ['côte', 4],
    ]);
  });

  test('runs no script', async () => {
    const page = samplePage('<a href="#off">a</a><noscript><section id="off">without scripts</section></noscript>');
    expect((await readDestinations(await printer.print(page))).get('off')).toBe(2);
  });

  test('is not mixed up with another that is printed at the same time', async () => {
    const bodies = ['a', 'b', 'c', 'd'].map((id) => `<a href="#${id}">x</a><p id="${id}">text</p>`);
    const printed = await Promise.all(bodies.map((body) => printer.print(samplePage(body))));
    const ids = await Promise.all(printed.map(async (pdf) => [...(await readDestinations(pdf)).keys()]));
    expect(ids).toEqual([['a'], ['b'], ['c'], ['d']]);
  });
});

describe('a page that asks for what it does not bring', () => {
  test.each([
    ['an image elsewhere', '<img src="https://example.org/a.png" alt="">', 'https://example.org/a.png'],
    [
      'a style sheet elsewhere',
      '<link rel="stylesheet" href="https://example.org/a.css">',
      'https://example.org/a.css',
    ],
    ['a missing file', '<img src="images/no.png" alt="">', 'https://edition.invalid/images/no.png'],
    ['a frame', '<iframe src="https://example.org/"></iframe>', 'https://example.org/'],
    ['a file of the machine', '<img src="file:///etc/hostname" alt="">', 'file:///etc/hostname'],
  ])('%s is an error that names it', async (_, body, address) => {
    await expect(printer.print(samplePage(body))).rejects.toThrow(address);
  });

  test('a font that is none is an error that names it', async () => {
    const resources = new Map([['bad.woff2', { mediaType: 'font/woff2', bytes: new Uint8Array([1, 2, 3]) }]]);
    const html = '<!doctype html><style>@font-face { font-family: Bad; src: url(bad.woff2) }</style>';
    await expect(printer.print({ html, resources })).rejects.toThrow(/fonts that cannot be read: Bad/);
  });

  test('and the printer goes on', async () => {
    await expect(printer.print(samplePage('<p>sound</p>'))).resolves.toBeInstanceOf(Uint8Array);
  });
});
