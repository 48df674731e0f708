import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Built, build } from '../../scripts/cli/build.ts';
import type { BuildOptions } from '../../scripts/cli/options.ts';
import { silentProgress } from '../../scripts/cli/progress.ts';
import { fontsOfPages } from '../../scripts/press/verify/drawn-fonts.ts';
import { type SmallProject, smallProject } from '../small-project.ts';
import { outlineOf, taggedText, textOfPages } from './read-pdf.ts';

let project: SmallProject;
let out: string;
let built: Built;
let pdf: Uint8Array;

const sentences: string[] = [];
const listening = { ...silentProgress, say: (sentence: string) => void sentences.push(sentence) };

function run(root: string, more: Partial<BuildOptions> = {}): Promise<Built> {
  const options: BuildOptions = { editions: [], out, jobs: 1, failOnWarning: false, format: 'text', ...more };
  return build(options, { root, epoch: undefined, progress: listening });
}

beforeAll(async () => {
  project = await smallProject();
  out = join(project.root, 'out');
  built = await run(project.root);
  pdf = await readFile(join(out, 'mali-small.pdf'));
});
afterAll(() => project[Symbol.asyncDispose]());

test('a right edition is published whole, and the build names it', () => {
  expect(built.diagnostics).toEqual([]);
  expect(built.published).toEqual([
    {
      edition: 'mali-small',
      path: join(out, 'mali-small.pdf'),
      pages: expect.any(Number),
      bytes: pdf.length,
      numbers: expect.objectContaining({ fact: 6, unexplained: 0 }),
    },
  ]);
});

test('its text stands in reading order, with facts, references and notes in their places', async () => {
  const text = await taggedText(pdf);
  const order = [
    'The Case of Mali',
    'A reconstruction from public sources',
    'Contents',
    'In 2022, 1,277 civilians were killed, against 584 the year before',
    'See Figure 1, Table 1 and Assistance',
    'What there was',
    'Second coup',
    'As counted by MINUSMA',
    'Suggested citation',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('a source that is cited twice is short the second time', async () => {
  const text = (await textOfPages(pdf)).join('\n').replace(/\s+/g, ' ');
  expect(text).toContain('“Mali: at least 1,277 civilians killed in 2022,” APA News, March 22, 2023');
  expect(text).toContain('APA News, “At least 1,277 civilians killed,” para. 2');
});

test('pages say which they are; the cover does not', async () => {
  const pages = await textOfPages(pdf);
  expect(pages[0]).not.toContain('Page 1 of');
  for (const [index, text] of pages.entries()) {
    if (index > 0) expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
  }
});

test('the contents give the page that each heading stands on', async () => {
  const pages = await textOfPages(pdf);
  const contents = /Contents\s+([\s\S]*?)Summary\s*\n(?!\d)/.exec(pages[1] ?? '')?.[1] ?? pages[1] ?? '';
  const notesPage = pages.findIndex((text) => text.includes('As counted by MINUSMA')) + 1;
  expect(contents).toMatch(new RegExp(`Notes\\s+${notesPage}`));
});

test('the outline has the headings in their levels', async () => {
  expect((await outlineOf(pdf)).slice(0, 5)).toEqual([
    'The Case of Mali',
    '  Contents',
    '  Summary',
    '  Assistance',
    '    What there was',
  ]);
});

test('links lead out to their addresses and within to their places', async () => {
  const document = await PDFDocument.load(pdf);
  const annotations = document.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
  const texts = annotations.map((annotation) => String(document.context.lookup(annotation)));
  expect(texts.join()).toContain('https://example.org/');
  expect(texts.filter((text) => /\/Dest/.test(text)).length).toBeGreaterThan(6);
});

test('every font is of the series and embedded', async () => {
  const fonts = fontsOfPages(await PDFDocument.load(pdf));
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(JSON.stringify(font)).toMatch(/Source(Serif4|Sans3)|Source (Serif 4|Sans 3)/);
});

test('the same edition from another folder is the same bytes', async () => {
  await using other = await smallProject();
  await run(other.root, { out: join(other.root, 'elsewhere'), jobs: 2 });
  const again = await readFile(join(other.root, 'elsewhere', 'mali-small.pdf'));
  expect(again.equals(pdf)).toBe(true);
});

test('one token makes the pages A4', async () => {
  await using a4 = await smallProject({
    'styles/tokens.yaml': (tokens) => tokens.replace('size: letter', 'size: a4'),
  });
  const { diagnostics } = await run(a4.root, { out: join(a4.root, 'out') });
  const [page] = (await PDFDocument.load(await readFile(join(a4.root, 'out/mali-small.pdf')))).getPages();
  expect(diagnostics).toEqual([]);
  expect(page?.getWidth()).toBeCloseTo(595, 0);
  expect(page?.getHeight()).toBeCloseTo(842, 0);
});

test('an edition with an error leaves earlier PDFs as they were', async () => {
  await using broken = await smallProject({
    'content/mali-small/en/10-summary.md': (text) => text.replace('[@apa-2023]', '[@nobody]'),
  });
  const folder = join(broken.root, 'out');
  await run(project.root, { out: folder });
  const before = await readFile(join(folder, 'mali-small.pdf'));
  const failed = await run(broken.root, { out: folder });
  expect(failed.ok).toBe(false);
  expect(failed.published).toEqual([]);
  expect(await readdir(folder)).toEqual(['mali-small.audit.html', 'mali-small.audit.json', 'mali-small.pdf']);
  expect(await readFile(join(folder, 'mali-small.pdf'))).toEqual(before);
});

test('an edition over its budget is published, and not released', async () => {
  await using long = await smallProject({
    'content/mali-small/edition.yaml': (text) => text.replace('pages: 6', 'pages: 1'),
  });
  const failed = await run(long.root, { out: join(long.root, 'out') });
  expect(failed.diagnostics).toContainEqual(expect.objectContaining({ rule: 'pages-budget', severity: 'release' }));
  expect(failed.published).toHaveLength(1);
});

test('a folder that cannot be written is a sentence, and leaves nothing behind', async () => {
  const folder = await mkdtemp(join(project.root, 'file-'));
  const file = join(folder, 'out');
  await writeFile(file, 'in the way');
  await expect(run(project.root, { out: file })).rejects.toThrow(/out/);
  expect(await readdir(folder)).toEqual(['out']);
  await rm(folder, { recursive: true });
});

test('a warning keeps an edition back only when asked to', async () => {
  await using warned = await smallProject({
    'content/mali-small/en/10-summary.md': (text) => `${text}\n[^unused]: A note.\n`,
  });
  const folder = join(warned.root, 'out');
  expect((await run(warned.root, { out: folder, failOnWarning: true })).ok).toBe(false);
  expect((await run(warned.root, { out: folder })).ok).toBe(true);
});

test('an edition that there is not is named with the nearest', async () => {
  await expect(run(project.root, { editions: ['mali-smal'] })).rejects.toThrow('did you mean "mali-small"?');
});

test('pages that the browser shrank, because something is too wide, are not published', async () => {
  await using wide = await smallProject({
    'styles/callout.css': (css) => `${css}\n@layer components { .section > p { min-width: 640pt; } }\n`,
  });
  const failed = await run(wide.root, { out: join(wide.root, 'out') });
  expect(failed.diagnostics.map(({ rule }) => rule)).toContain('page-shrunk');
  expect(failed.published).toEqual([]);
});
