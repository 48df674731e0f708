import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/press/print/open-browser.ts';
import type { PlacedKind, PreviewEdition, PreviewPlaces } from '../../scripts/preview/protocol.ts';
import { outlineOf, textOfPages } from '../cli/read-pdf.ts';
import { type SmallProject, smallProject } from '../small-project.ts';
import { accepting, isReadyAfter, type OpenEngine, openEngine } from './open-engine.ts';

const mali = 'mali-small';
const summary = `content/${mali}/en/10-summary.md`;
const csv = 'data/mali-civilian-harm-by-year.csv';

let project: SmallProject;
let open: OpenEngine;
/** How often each edition was printed. */
const prints = new Map<string, number>();

beforeAll(async () => {
  project = await smallProject();
  await makeOther(project.root);
  open = openEngine(project.root, {
    async openPrinter() {
      const printer = await openBrowser({ jobs: 1 });
      return {
        ...printer,
        print(page) {
          const name = page.html.includes('Another edition') ? 'other' : mali;
          prints.set(name, (prints.get(name) ?? 0) + 1);
          return printer.print(page);
        },
      };
    },
  });
  await open.until(({ editions }) => editions.length === 2 && editions.every(isReadyAfter(0)));
});
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

/** Makes an edition of a cover and a page of few words: what all editions share is built for it, too, and that is to be quick. */
async function makeOther(root: string): Promise<void> {
  const [head = ''] = (await readFile(join(root, `content/${mali}/edition.yaml`), 'utf8')).split('cover:');
  await mkdir(join(root, 'content/other/en'), { recursive: true });
  await writeFile(join(root, 'content/other/edition.yaml'), `${head.replace(/^order: .*$/m, 'order: 4')}cover: {}\n`);
  await writeFile(join(root, 'content/other/facts.yaml'), '{}\n');
  await writeFile(join(root, 'content/other/en/10-summary.md'), '# Summary\n\nAnother edition.\n');
}

async function textOf(name: string): Promise<string> {
  const pages = await textOfPages(shownOf(name).pdf);
  return pages.join('\n').replace(/\s+/g, ' ');
}

function shownOf(name: string) {
  const edition = editionOf(name);
  const version = open.engine.version(name, edition.shown?.version ?? 0);
  if (!version) throw new Error(`nothing is shown of ${name}`);
  return version;
}

function editionOf(name: string): PreviewEdition {
  const edition = open.engine.state().editions.find((one) => one.name === name);
  if (!edition) throw new Error(`there is no ${name}`);
  return edition;
}

function placesOf(name: string): PreviewPlaces {
  const { places } = shownOf(name);
  if (!places) throw new Error(`${name} is not finished`);
  return places;
}

test('every edition is shown by its title and language, and finished', () => {
  expect(editionOf(mali)).toMatchObject({
    title: 'The Case of Mali',
    language: 'en',
    status: 'ready',
    diagnostics: [],
    shown: { finished: true, pages: placesOf(mali).pages.length },
    took: { compile: expect.any(Number), print: expect.any(Number), finish: expect.any(Number) },
  });
});

test.each<[PlacedKind, string, string, number]>([
  ['heading', 'The Case of Mali', `content/${mali}/edition.yaml`, 1],
  ['heading', 'What there was', `content/${mali}/en/20-assistance.md`, 3],
  ['paragraph', 'In 2022, 1,277 civilians', summary, 3],
  ['chart', 'Figure 1 More civilians', `content/${mali}/charts/killed-by-year.yaml`, 1],
  ['caption', 'Figure 1 More civilians', `content/${mali}/charts/killed-by-year.yaml`, 1],
  ['map', '', `content/${mali}/maps/locator.yaml`, 1],
  ['table', 'Table 1', `content/${mali}/tables/harm.yaml`, 1],
  ['timeline', '', `content/${mali}/timelines/acts.yaml`, 1],
  ['callout', 'A word', `content/${mali}/en/20-assistance.md`, 9],
  ['key-figures', '1,277', summary, 9],
  ['note', '', summary, 3],
  ['contents', 'Assistance', `content/${mali}/en/20-assistance.md`, 1],
])('a %s that begins "%s" comes from %s:%i', (kind, label, file, line) => {
  const found = placesOf(mali).boxes.filter((box) => box.kind === kind && box.label.startsWith(label));
  expect(found).toContainEqual(expect.objectContaining({ file, line }));
});

test('a chart says where it is placed, and its box holds its caption and its drawing', () => {
  const { boxes } = placesOf(mali);
  const [whole, ...parts] = boxes.filter(({ file }) => file.endsWith('killed-by-year.yaml') && !file.includes('data'));
  expect(whole).toMatchObject({ kind: 'chart', placed: { file: summary, line: 6, column: 1 } });
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts.filter(({ page }) => page === whole?.page)) {
    expect(part.x).toBeGreaterThanOrEqual((whole?.x ?? 0) - 0.02);
    expect(part.y + part.height).toBeLessThanOrEqual((whole?.y ?? 0) + (whole?.height ?? 0) + 0.02);
  }
});

test('boxes lie on their pages, and the outline is that of the PDF', async () => {
  const { boxes, pages, outline } = placesOf(mali);
  for (const { page, x, y, width, height } of boxes) {
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(0);
    expect(x + width).toBeLessThan(pages[page]?.width ?? 0);
    expect(y + height).toBeLessThan(pages[page]?.height ?? 0);
  }
  const lines = outline.map(({ title, level }) => `${'  '.repeat(level - 1)}${title}`);
  expect(lines).toEqual(await outlineOf(shownOf(mali).pdf));
});

test.each<[string, string, (before: string) => string, () => Promise<unknown>, unknown]>([
  [
    'section',
    summary,
    (text) => text.replace('civilians were killed, against', 'people were killed, where there were'),
    () => textOf(mali),
    expect.stringContaining('people were killed, where there were 584'),
  ],
  [
    'chart',
    `content/${mali}/charts/killed-by-year.yaml`,
    (text) => text.replace('More civilians were killed', 'Far more civilians were killed'),
    () => textOf(mali),
    expect.stringContaining('Far more civilians were killed'),
  ],
  [
    'template',
    'templates/partials/cover.hbs',
    (text) => text.replace(/<p class="status-line">.*<\/p>/, ''),
    () => textOf(mali),
    expect.not.stringContaining('A reconstruction from public sources.'),
  ],
  [
    'stylesheet',
    'styles/base.css',
    (text) => `${text}\n@layer components { .section h3 { margin-left: 50pt; } }\n`,
    async () => placesOf(mali).boxes.find(({ label }) => label === 'What there was')?.x,
    expect.closeTo(68 + 50, -1),
  ],
  [
    'file of tokens',
    'styles/tokens.yaml',
    (text) => text.replace('size: letter', 'size: a4'),
    async () => placesOf(mali).pages[0]?.width,
    expect.closeTo(595, 0),
  ],
  [
    'file of labels',
    'content/labels/en.yaml',
    (text) => text.replace(/^contents: .*$/m, 'contents: What is where'),
    () => textOf(mali),
    expect.stringContaining('What is where'),
  ],
])('saving a %s changes the pages', async (_, path, change, look, expected) => {
  await open.saveAndSee(path, change, mali);
  expect(await look()).toEqual(expected);
});

test('saving data shows what moves, and says that nobody has accepted it yet', async () => {
  await open.saveAndSee(csv, (text) => text.replace('2022,1277', '2022,1288'), mali);
  expect(await textOf(mali)).toContain('In 2022, 1,288');
  expect(open.engine.state().shared.map(({ rule }) => rule)).toEqual(['dataset-digest']);
  await open.saveAndSee(
    'data/datapackage.yaml',
    await accepting(project.root, 'mali-civilian-harm-by-year', csv),
    mali,
  );
  expect(open.engine.state().shared).toEqual([]);
});

test('a save in the folder of an edition leaves the others alone', async () => {
  await open.untilEdition('other', isReadyAfter(0));
  const { version } = shownOf('other');
  await open.saveAndSee(summary, (text) => `${text}\nMore of it.\n`, mali);
  expect(shownOf('other').version).toBe(version);
});

test('pages are printed once, and again only when a page number moved', async () => {
  const count = async (text: (before: string) => string): Promise<number> => {
    const before = prints.get(mali) ?? 0;
    await open.saveAndSee(summary, text, mali);
    return (prints.get(mali) ?? 0) - before;
  };
  const filler = `\n${Array.from({ length: 40 }, (_, i) => `A paragraph that fills the page, and then the next, ${'abcdefgh'.charAt(i % 8)}.\n`).join('\n')}`;
  expect(await count((text) => `${text}\nA few words.\n`)).toBe(1);
  expect(await count((text) => text + filler)).toBe(2);
  expect(await count((text) => text.replace(filler, ''))).toBe(2);
  const contents = (await textOfPages(shownOf(mali).pdf))[1] ?? '';
  const notesPage = (await textOfPages(shownOf(mali).pdf)).findIndex((text) => text.includes('As counted by')) + 1;
  expect(contents).toMatch(new RegExp(`Notes\\s+${notesPage}`));
});

test('a broken save keeps the last good pages and tells line and cure, and a mended one replaces them', async () => {
  const { version } = shownOf(mali);
  await open.save(summary, (text) => text.replace('[@apa-2023].', '[@nobody].'));
  const broken = await open.untilEdition(mali, ({ status }) => status === 'broken');
  expect(broken.shown?.version).toBe(version);
  expect(broken.diagnostics).toEqual([
    expect.objectContaining({ severity: 'error', file: summary, line: 3, cure: expect.stringContaining('apa-2023') }),
  ]);
  const mended = await open.saveAndSee(summary, (text) => text.replace('[@nobody].', '[@apa-2023].'), mali);
  expect(mended.diagnostics).toEqual([]);
});

test('a file of facts that cannot be read is all that is told of its edition', async () => {
  const facts = `content/${mali}/facts.yaml`;
  await open.save(facts, (text) => text.replace(/^ {2}query:/m, '\tquery:'));
  const broken = await open.untilEdition(mali, ({ status }) => status === 'broken');
  expect(broken.diagnostics).toEqual([
    expect.objectContaining({
      rule: 'yaml-syntax',
      file: facts,
      line: 3,
      column: 1,
      message: 'this line is indented by a tab',
      cure: 'indent it by spaces',
    }),
  ]);
  const mended = await open.saveAndSee(facts, (text) => text.replace('\tquery:', '  query:'), mali);
  expect(mended.diagnostics).toEqual([]);
});

test('what all editions need breaks them all, and is told once', async () => {
  const before = open.engine.state().editions.map(({ shown }) => shown?.version);
  await open.save('content/series.yaml', (text) => `${text}\n: : :\n`);
  const broken = await open.until(({ editions }) => editions.every(({ status }) => status === 'broken'));
  expect(broken.editions.map(({ shown }) => shown?.version)).toEqual(before);
  expect(broken.editions.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  expect(broken.shared).toContainEqual(expect.objectContaining({ file: 'content/series.yaml', rule: 'yaml-syntax' }));
  await open.saveAndSee('content/series.yaml', (text) => text.replace('\n: : :\n', ''), 'other');
  await open.untilEdition(mali, ({ status }) => status === 'ready');
  expect(open.engine.state().shared).toEqual([]);
});

test('of saves that come faster than pages, the last is what stands there in the end', async () => {
  const words = ['red', 'green', 'blue', 'grey', 'white'];
  const text = (word: string): string => `# Summary\n\nThe word is ${word}.\n`;
  const first = editionOf('other').shown?.version ?? 0;
  for (const [index, word] of words.entries()) {
    await open.save('content/other/en/10-summary.md', text(word));
    // Some fall into a compilation, others into a print.
    if (index % 2 === 1) await open.untilEdition('other', ({ status }) => status === 'printing');
  }
  await open.untilEdition('other', isReadyAfter(first));
  expect(await textOf('other')).toContain('The word is white.');
});

test('a file that is written beside and renamed into its place is a save', async () => {
  const before = editionOf('other').shown?.version ?? 0;
  const file = join(project.root, 'content/other/en/10-summary.md');
  await writeFile(`${file}.tmp`, '# Summary\n\nRenamed into its place.\n');
  await rename(`${file}.tmp`, file);
  await open.untilEdition('other', isReadyAfter(before));
  expect(await textOf('other')).toContain('Renamed into its place.');
});

test('an edition that is made while the preview is open is shown, and one that is taken away is not', async () => {
  await cp(join(project.root, 'content/other'), join(project.root, 'content/third'), { recursive: true });
  await open.untilEdition('third', isReadyAfter(0));
  await rm(join(project.root, 'content/third'), { recursive: true });
  await open.until(({ editions }) => editions.every(({ name }) => name !== 'third'));
});

test('an edition that there is not is told with the nearest', () => {
  expect(() => openEngine(project.root, { editions: ['mali-smal'] })).toThrow('did you mean "mali-small"?');
});

test('what is broken at the start, of the project and then of the press, is told, and shown once it is mended', async () => {
  await using broken = await smallProject({ 'data/datapackage.yaml': 'name: [' });
  let fails = true;
  await using opened = openEngine(broken.root, {
    async openPrinter() {
      const printer = await openBrowser({ jobs: 1 });
      return {
        ...printer,
        print: (page) => (fails ? Promise.reject(new Error('Printing failed for a test')) : printer.print(page)),
      };
    },
  });
  const { shared, editions } = await opened.until(({ editions: [first] }) => first?.status === 'broken');
  expect(shared).toContainEqual(
    expect.objectContaining({ file: 'data/datapackage.yaml', rule: 'yaml-syntax', line: 1 }),
  );
  expect(editions[0]).toMatchObject({ name: mali, diagnostics: [] });

  await cp(join(project.root, 'data/datapackage.yaml'), join(broken.root, 'data/datapackage.yaml'));
  await cp(join(project.root, csv), join(broken.root, csv));
  const failed = await opened.untilEdition(mali, ({ diagnostics }) => diagnostics.length > 0);
  expect(failed.status).toBe('broken');
  expect(failed.diagnostics).toEqual([
    expect.objectContaining({ rule: 'press', message: 'Printing failed for a test' }),
  ]);

  fails = false;
  await opened.saveAndSee(summary, (text) => `${text}\nAgain.\n`, mali);
});
