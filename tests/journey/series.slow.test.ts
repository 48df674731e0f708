import { globSync, readFileSync } from 'node:fs';
import { type PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fontsOfPages } from '../../scripts/press/verify/drawn-fonts.ts';
import { goldenFile, spokenLines } from '../../scripts/tools/conformance/golden.ts';
import { readTaggedPdf } from '../../scripts/tools/conformance/structure.ts';
import { buildAll } from '../cli/run-build.ts';
import { type SmallProject, seriesProject } from '../small-project.ts';
import { isDraft } from './is-draft.ts';
import { repository } from './repository-files.ts';

/** The editions of this repository, printed: what the series promises of every one. */
let project: SmallProject;
let editions: readonly { readonly edition: string; readonly bytes: Buffer; readonly document: PDFDocument }[];

beforeAll(async () => {
  project = await seriesProject();
  const { published } = await buildAll(project.root);
  editions = await Promise.all(
    published
      .filter(({ edition }) => !isDraft(edition))
      .map(async ({ edition, path }) => {
        const bytes = readFileSync(path);
        return { edition, bytes, document: await PDFDocument.load(bytes) };
      }),
  );
});

afterAll(() => project[Symbol.asyncDispose]());

const of = <T>(what: (edition: (typeof editions)[number]) => T) =>
  Object.fromEntries(editions.map((edition) => [edition.edition, what(edition)]));
const each = <T>(value: T) => of(() => value);

describe('every edition of the series that is no draft', () => {
  test('is there', () => {
    expect(editions.map(({ edition }) => edition)).toEqual(expect.arrayContaining(['ethiopia', 'mali', 'nigeria']));
  });

  test('has at most 14 pages and 1.5 MB', () => {
    expect(of(({ document, bytes }) => document.getPageCount() <= 14 && bytes.length <= 1_500_000)).toEqual(each(true));
  });

  test('embeds a subset of each font, and draws none as pictures', () => {
    const wrong = ({ document }: (typeof editions)[number]) =>
      fontsOfPages(document).filter(({ kind, name }) => kind !== 'embedded' || !/^[A-Z]{6}\+/.test(name));
    expect(of(wrong)).toEqual(each([]));
    expect(of(({ document }) => fontsOfPages(document).length > 3)).toEqual(each(true));
  });

  test('is spoken as its golden text (npm run pdf, npm run conformance -- --golden, and read what changed)', async () => {
    // Where spaces stand is poppler's to tell: it has the last word in npm run conformance.
    const words = (lines: readonly string[]) => lines.map((line) => line.replace(/\s/g, ''));
    for (const { edition, bytes } of editions) {
      const golden = readFileSync(goldenFile(repository, edition), 'utf8').trimEnd().split('\n');
      expect(words(spokenLines(await readTaggedPdf(bytes)))).toEqual(words(golden));
    }
  });

  test('holds no bitmap: charts and maps are vectors', () => {
    expect(of(({ document }) => imagesOf(document))).toEqual(each([]));
  });
});

test('an edition that names no one as its author carries none of their names in its files', () => {
  const figures = readFileSync('data/figures.csv', 'utf8');
  const [, listed = ''] = /^mali-contributors,.*?"Contributors: (.*?)"/m.exec(figures) ?? [];
  const names = listed.split(/; | and /).map((part) => part.replace(/ \(.*/, ''));
  expect(names).toHaveLength(6);
  const carried = ({ document }: (typeof editions)[number]) => {
    const files = document.getAttachments().map(({ data }) => Buffer.from(data).toString());
    return names.filter((name) => files.some((text) => text.includes(name)));
  };
  expect(of(carried)).toEqual(each([]));
  expect(of(({ document }) => document.getAttachments().length > 5)).toEqual(each(true));
});

test('no table of the appendix heads a column by its name in a query', () => {
  const files = globSync('content/*/{charts,maps}/*.yaml').sort();
  expect(files.length).toBeGreaterThan(20);
  const heads = files.map((file) => {
    const { columns } = parse(readFileSync(file, 'utf8')) as { columns: { field: string; head: string }[] };
    return [file, columns.filter(({ field, head }) => head === field || /_|^[a-z]/.test(head))];
  });
  expect(heads).toEqual(files.map((file) => [file, []]));
});

/** The names of a document's image XObjects (ISO 32000-1, 8.9). */
function imagesOf(document: PDFDocument): readonly string[] {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) => (object instanceof PDFStream && isImage(object.dict) ? [ref.toString()] : []));
}

function isImage(dict: PDFDict): boolean {
  return dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
}
