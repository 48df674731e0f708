import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { carryIdentities, finishPdf } from '../../scripts/press/finish/index.ts';
import { destinationsOf } from '../../scripts/press/print/destinations-of.ts';
import { verifyPdf } from '../../scripts/press/verify/verify-pdf.ts';

const roomy = { pages: 9, bytes: 90_000 };
/** The area between the margins of the page of good.html. */
const goodBody = { left: 30, bottom: 30, right: 270, top: 170 };
const wholePage = { left: 0, bottom: 0, right: 1000, top: 1000 };

function fixture(name: string): { readonly pdf: Uint8Array; readonly html: string } {
  const path = join(import.meta.dirname, 'fixtures', name);
  return { pdf: readFileSync(`${path}.pdf`), html: readFileSync(`${path}.html`, 'utf8') };
}

/** What a build would print, a line a diagnostic, without the cures. */
async function verify(
  pdf: Uint8Array,
  html: string,
  { budgets = roomy, body = goodBody, appendix = 'appendix' } = {},
): Promise<readonly string[]> {
  const { report, list } = collectDiagnostics();
  const families = ['Source Serif 4', 'Source Sans 3'];
  const at = (...path: readonly (string | number)[]) => ({
    file: `edition.yaml/${path.join('/')}`,
    line: 1,
    column: 1,
  });
  await verifyPdf(
    pdf,
    { html, resources: new Map() },
    { families, body, budgets, appendix, attachments: [], at },
    report,
  );
  // The pages of good.html are short, so that a few lines make several.
  const messages = list().filter(({ rule }) => rule !== 'page-empty');
  return messages.map(({ place, rule, message }) => `${place.file}:${place.line} ${rule} ${message}`);
}

/** The good page, said to have been another when it was printed. */
async function verifyAgainst(before: string, after: string): Promise<readonly string[]> {
  const { pdf, html } = fixture('good');
  expect(html.split(before).length, `"${before}" stands once in good.html`).toBe(2);
  return verify(pdf, html.replace(before, after));
}

test('a good PDF passes: floats, groups, links over lines, soft hyphens, capitals by style, drawings', async () => {
  const { pdf, html } = fixture('good');
  expect(await verify(pdf, html)).toEqual([]);
});

test('a finished PDF passes, and its pages and bytes are told', async () => {
  const path = join(import.meta.dirname, '..', 'finish', 'fixtures', 'semantics');
  const [pdf, html] = [readFileSync(`${path}.pdf`), readFileSync(`${path}.html`, 'utf8')];
  const body = { left: 30, bottom: 37.5, right: 270, top: 307.5 };
  const made = { creator: 'press', producer: 'press', date: new Date('2023-07-24T00:00:00Z') };
  const properties = { title: 'Semantics', authors: [], subject: '', keywords: [], language: 'en', ...made };
  const finished = finishPdf(pdf, { properties, ...carryIdentities(html), body, attachments: [] });
  // Of its first table only the head has room on the page of its heading.
  expect(await verify(finished, html, { body })).toEqual([
    expect.stringMatching(/heading-stranded the heading "Tables"/),
  ]);
  const expected = {
    families: ['Source Serif 4', 'Source Sans 3'],
    body,
    budgets: roomy,
    appendix: 'appendix',
    attachments: [],
  };
  const place = { file: 'edition.yaml', line: 1, column: 1 };
  const verified = await verifyPdf(
    finished,
    { html, resources: new Map() },
    { ...expected, at: () => place },
    () => {},
  );
  expect(verified).toEqual({ pages: 4, bytes: finished.length });
});

test.each([
  [
    'a sentence',
    'After the float,',
    'After the float, not one word of this was printed,',
    'good.md:11 text-lost "not one word',
  ],
  ['a cell', '<td>12</td>', '<td>1,277</td>', 'good.md:15 text-lost "1,277" is not in the PDF'],
  ['a label', 'Axis label', 'Other label', 'good.md:17 text-lost the label "Other label" of a drawing is on no page'],
  [
    'the second of two equal labels',
    'Axis label',
    'Axis label</text><text>Axis label',
    'good.md:17 text-lost the label "Axis label" of a drawing is printed less often than it should be',
  ],
  ['text in a group', 'fainter', 'faintest', 'good.md:5 text-lost "faintest"'],
])('%s that is lost is told with its place', async (_, before, after, message) => {
  const diagnostics = await verifyAgainst(before, after);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toContain(message);
});

test('paragraphs that changed places are told', async () => {
  const { pdf, html } = fixture('good');
  const [first, second] = [
    '<p data-source="good.md:7:1">Before the float.</p>',
    /<aside.*<\/aside>/.exec(html)?.[0] ?? '',
  ];
  const swapped = html.replace(first, '').replace(second, `${second}${first}`);
  expect(await verify(pdf, swapped)).toEqual([
    'good.md:7 text-lost "Before the float." stands at another place in the PDF than in the text',
  ]);
});

test.each([
  [
    'a link to another address',
    'year=2020',
    'year=2021',
    'good.md:3 link-lost the link "reported at length by the office',
  ],
  [
    'a link of two to one address',
    'mailto:desk@',
    'mailto:front-desk@',
    'good.md:19 link-lost the link "mail" to "mailto:front-desk@',
  ],
  [
    'a link within the edition',
    '<a href="#note">1</a>',
    '<a href="#other">1</a>',
    'good.md:3 link-lost the link "1" to "#other"',
  ],
])('%s is told', async (_, before, after, message) => {
  const diagnostics = await verifyAgainst(before, after);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toContain(message);
});

test('a font of the system and a feigned bold are told with the words that they draw', async () => {
  const { pdf, html } = fixture('fonts');
  expect(await verify(pdf, html, { body: wholePage })).toEqual([
    expect.stringMatching(
      /^fonts.md:1 font-wrong "feigned bold" on page 1 is not set in a face of the font "SourceSerif4/,
    ),
    expect.stringMatching(
      /^fonts.md:3 font-wrong "typewritten" on page 1 is set in the font ".+", which is not of the/,
    ),
  ]);
});

test('a font that is not embedded is told', async () => {
  const { pdf, html } = fixture('good');
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.getPages()[0]?.drawText('Loose', { font, x: 40, y: 40, size: 9 });
  await font.embed();
  renameFont(document, 'Helvetica', 'SourceSans3-Regular');
  expect(await verify(await document.save({ rewrite: true }), html)).toEqual([
    'edition.yaml/:1 font-wrong "Loose" on page 1 is set in the font "SourceSans3-Regular", which the PDF does not contain',
  ]);
});

function renameFont({ context }: PDFDocument, from: string, to: string): void {
  const key = PDFName.of('BaseFont');
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(key) === PDFName.of(from)) object.set(key, PDFName.of(to));
  }
}

test('text past the edge of the page, text cut off by it, and a link that leads nowhere are told', async () => {
  const { pdf, html } = fixture('edges');
  const diagnostics = await verify(pdf, html);
  expect(diagnostics).toContain('edges.md:1 link-lost the link "to nowhere" to "#gone" leads nowhere in the PDF');
  expect(diagnostics).toContain('edges.md:3 text-outside "Words over the edge" runs past the edge of page 1');
  expect(diagnostics.filter((line) => line.startsWith('edges.md:5 text-lost'))).toHaveLength(1);
});

test('pages from the appendix on are not counted', async () => {
  const { pdf, html } = fixture('good');
  const budgets = { pages: 1, bytes: 90_000 };
  const document = await PDFDocument.load(pdf);
  const before = (destinationsOf(document).get('note') ?? 0) - 1;
  expect(before).toBeGreaterThan(1);
  expect(await verify(pdf, html, { budgets, appendix: 'note' })).toEqual([
    `edition.yaml/budgets/pages:1 pages-budget the PDF has ${before} pages before its appendix, its budget is 1`,
  ]);
  expect(await verify(pdf, html, { budgets: { ...budgets, pages: before }, appendix: 'note' })).toEqual([]);
});

test('too many pages and bytes are told at the budgets', async () => {
  const { pdf, html } = fixture('good');
  expect(await verify(pdf, html, { budgets: { pages: 3, bytes: 20_000 } })).toEqual([
    `edition.yaml/budgets/bytes:1 bytes-budget the PDF has ${pdf.length} bytes, its budget is 20000`,
    'edition.yaml/budgets/pages:1 pages-budget the PDF has 4 pages, its budget is 3',
  ]);
});

test('a PDF without tags is an error that says so', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  await expect(verify(await document.save(), '<p>Words</p>')).rejects.toThrow(/no tags/);
});
