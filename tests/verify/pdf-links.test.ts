import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { checkActions } from '../../scripts/press/verify/pdf-links.ts';

const good = readFileSync(join(import.meta.dirname, 'fixtures/good.pdf'));
let document: PDFDocument;
beforeEach(async () => {
  document = await PDFDocument.load(good);
});

/** What is told of the document as it is written and read again. */
async function linkMessages(): Promise<readonly string[]> {
  const { report, list } = collectDiagnostics();
  const read = await PDFDocument.load(await document.save());
  checkActions(read, (address) => ({ file: `link to ${address}`, line: 1, column: 1 }), report);
  return list().map(({ place, rule, message }) => `${place.file} ${rule} ${message}`);
}

/** The action of the first link that leads to an address. */
function action(): PDFDict {
  for (const page of document.getPages()) {
    const annotations = page.node.lookup(PDFName.of('Annots'), PDFArray);
    for (let index = 0; index < annotations.size(); index += 1) {
      const found = annotations.lookup(index, PDFDict).lookup(PDFName.of('A'));
      if (found instanceof PDFDict && found.has(PDFName.of('URI'))) return found;
    }
  }
  throw new Error('good.pdf has no link to an address');
}

test('the links of a good PDF leave or stay within it', async () => expect(await linkMessages()).toEqual([]));

describe('a link that was changed behind all other checks is told', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'file:///etc/passwd',
    'data:text/html,a',
    'ms-msdt:/id',
    'page.html',
    'https://example.org@evil.example/',
    'java\nscript:alert(1)',
  ])('%j', async (address) => {
    action().set(PDFName.of('URI'), PDFString.of(address));
    expect(await linkMessages()).toEqual([
      `link to ${address} link-target the PDF has a link to "${address}", which no reader should follow`,
    ]);
  });
});

describe('what a factsheet never has ends the build', () => {
  const context = () => document.context;
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    ...['Launch', 'JavaScript', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'Named', 'Rendition'].map(
      (kind) =>
        [
          `an action ${kind}`,
          () => action().set(PDFName.of('S'), PDFName.of(kind)),
          /an action of the kind \w+/,
        ] as const,
    ),
    [
      'a second action behind the first',
      () => action().set(PDFName.of('Next'), context().obj({ S: 'Launch', F: PDFString.of('a') })),
      /an action of the kind Launch/,
    ],
    [
      'an action on opening',
      () => document.catalog.set(PDFName.of('OpenAction'), context().obj({ S: 'URI' })),
      /"OpenAction"/,
    ],
    [
      'an action of a page',
      () => document.getPage(0).node.set(PDFName.of('AA'), context().obj({ O: { S: 'URI' } })),
      /"AA"/,
    ],
    [
      'a script by its name',
      () => document.catalog.set(PDFName.of('Names'), context().obj({ JavaScript: {} })),
      /"JavaScript"/,
    ],
    ['a form', () => document.catalog.set(PDFName.of('AcroForm'), context().obj({})), /"AcroForm"/],
    [
      'a base of addresses',
      () => document.catalog.set(PDFName.of('URI'), context().obj({ Base: PDFString.of('file:///') })),
      /an address that is no text/,
    ],
    [
      'an action that nothing refers to',
      () => context().register(context().obj({ S: 'Launch', F: PDFString.of('a') })),
      /an action of the kind Launch/,
    ],
  ];

  test.each(cases)('%s', async (_what, change, message) => {
    change();
    await expect(linkMessages()).rejects.toThrow(message);
  });
});
