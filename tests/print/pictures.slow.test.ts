import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Printer } from '../../scripts/press/print/open-browser.ts';
import { cleanPicture } from '../../scripts/press/read/picture/clean-picture.ts';
import { openPdf } from '../../scripts/press/verify/pdfium.ts';
import { renderPages } from '../../scripts/tools/pictures/picture.ts';
import { buildAll } from '../cli/run-build.ts';
import { photograph, plan, pngOf, screenshot } from '../read/sample-pictures.ts';
import { wellsProject } from '../small-project.ts';
import { samplePage } from './sample-page.ts';

let printer: Printer;
beforeAll(async () => {
  printer = await openBrowser({ jobs: 1 });
});
afterAll(() => printer[Symbol.asyncDispose]());

/** All that a PDF holds, each stream as it is and, where it is compressed, as it was. */
async function contentsOf(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf);
  const streams = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    try {
      return [inflateSync(object.contents)];
    } catch {
      return [Buffer.from(object.contents)];
    }
  });
  return Buffer.concat([Buffer.from(pdf), ...streams]).toString('latin1');
}

test('pictures go into the PDF with nothing but what draws them, and what was left out is told', async () => {
  await using project = await wellsProject({
    'content/wells/images/house.jpg': photograph(6),
    'content/wells/images/screen.png': screenshot(),
    'content/wells/images/plan.svg': plan().replace(/<text.*<\/text>/, ''),
    'content/wells/en/20-pictures.md':
      '# Pictures\n\n![A house](images/house.jpg)\n\n![A screen](images/screen.png)\n\n![A plan](images/plan.svg)\n',
  });
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics.map(({ rule, place }) => `${place.file} ${rule}`)).toEqual([
    'content/wells/images/house.jpg image-metadata',
    'content/wells/images/plan.svg image-metadata',
    'content/wells/images/screen.png image-metadata',
  ]);
  expect(diagnostics[0]?.message).toContain('the place where it was taken (GPS)');
  const contents = await contentsOf(await readFile(published[0]?.path ?? ''));
  // The photograph is there.
  expect(contents).toContain('/DCTDecode');
  expect(contents).not.toContain('SECRET');
});

test.each([
  ['a photograph', 'jpg', photograph()],
  ['a photograph on its side', 'jpg', photograph(6)],
  ['a mirrored photograph', 'jpg', photograph(2)],
  ['a screen shot', 'png', screenshot()],
  ['a plan', 'svg', Buffer.from(plan().replace(/<text.*<\/text>/, ''))],
])('%s looks the same without what does not draw', async (_, ending, bytes) => {
  const clean = cleanPicture(bytes);
  if (clean.kind === 'refused') throw new Error(clean.why);
  const [before, after] = [await drawn(ending, bytes), await drawn(ending, clean.bytes)];
  expect(after).toEqual(before);
  expect(new Set(before).size).toBeGreaterThan(1);
});

/** A page with a picture, as dots. */
async function drawn(ending: string, bytes: Uint8Array): Promise<Uint8Array> {
  const page = samplePage('<img src="a" alt="" style="width: 90pt">');
  const mediaType = { jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml' }[ending] ?? '';
  const resources = new Map([...page.resources, ['a', { mediaType, bytes }] as const]);
  await using open = await openPdf(await printer.print({ ...page, resources }));
  return renderPages(open, [1], 1)[0]?.pixels ?? new Uint8Array();
}

const called = [
  ['up 5%.png', '<images/up 5%.png>'],
  ['up 5%.png', 'images/up%205%25.png'],
  ['up%20.png', 'images/up%20.png'],
  ['a#b?c.png', '<images/a#b?c.png>'],
  ['ébène.png', 'images/ébène.png'],
] as const;

// In one build: a print of each by itself shows no more, since what is missing is reported by its name.
test('pictures print where the text says, whatever they are called', async () => {
  await using project = await wellsProject({
    ...Object.fromEntries(called.map(([name]) => [`content/wells/images/${name}`, pngOf()])),
    'content/wells/en/20-pictures.md': `# Pictures\n\n${called.map(([, address]) => `![A rise](${address})\n`).join('\n')}`,
  });
  expect((await buildAll(project.root)).diagnostics).toEqual([]);
});

test('an address in a stylesheet that is no text is refused like any that is not there', async () => {
  const page = samplePage('<p style="background: url(%E0%A4%A)">a</p>');
  await expect(printer.print(page)).rejects.toThrow('%E0%A4%A');
});

test.each([
  ['house.jpg', photograph().subarray(0, -40), 1, 'it breaks off before its end'],
  ['house.jpg', Buffer.from('no picture'), 1, 'it is neither PNG, JPEG nor SVG'],
  ['plan.svg', Buffer.from('<html>\n<p>a</p><br></html>'), 2, 'it is not well-formed XML'],
])('%s that is damaged is told once, with file, line and reason', async (name, bytes, line, why) => {
  await using project = await wellsProject({
    [`content/wells/images/${name}`]: bytes,
    'content/wells/en/20-pictures.md': `# Pictures\n\n![A house](images/${name})\n`,
  });
  const { diagnostics } = await buildAll(project.root);
  expect(diagnostics.map(({ place, message }) => `${place.file}:${place.line} ${message}`)).toEqual([
    `content/wells/images/${name}:${line} "${name}" is not a picture that can be printed: ${why}`,
  ]);
});
