import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finalProject, type SmallProject, seriesWith } from '../small-project.ts';
import { taggedText } from './read-pdf.ts';
import { buildAll, toldOf } from './run-build.ts';

async function printed(project: SmallProject): Promise<{ readonly text: string; readonly pdf: Uint8Array }> {
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
  const pdf = await readFile(join(published[0]?.path ?? ''));
  return { text: await taggedText(pdf), pdf };
}

test('a final edition names its partners, contributors, date and those it thanks', async () => {
  await using project = await finalProject();
  const { text, pdf } = await printed(project);
  const order = [
    'INVENTED PARTNERSHIPS AND THE COUNTING OF PAPER BOATS',
    'A collaboration between Institute of Invented Studies, Observatory of Things That Never Were, and Paper Boat Alliance',
    'The Case of Fictonia and the Fictonian Paper Fleet',
    'June 15, 2031',
    'How many paper boats',
    'Contributors Ada Notareal, Lead author, Institute of Invented Studies',
    'Cleo Imaginary, Paper Boat Alliance',
    'Acknowledgments The authors thank the readers',
    'Suggested citation Institute of Invented Studies, Observatory of Things That Never Were, and Paper Boat Alliance, The Case',
    'Unless another source is cited, figures come from the Invented Register.',
  ];
  const places = order.map((words) => text.toLowerCase().indexOf(words.toLowerCase()));
  expect(places, text).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).not.toContain('reconstruction');
  const document = await PDFDocument.load(pdf);
  expect(document.getAuthor()).toContain('Institute of Invented Studies');
});

test('a reconstruction with the same file names none of them', async () => {
  await using project = await finalProject({
    'content/fictonia/edition.yaml': (edition) => edition.replace('status: final', 'status: reconstruction'),
  });
  const { text, pdf } = await printed(project);
  for (const name of ['Notareal', 'Madeup', 'Imaginary', 'collaboration', 'The authors thank']) {
    expect(text).not.toContain(name);
  }
  expect((await PDFDocument.load(pdf)).getAuthor()).toBeUndefined();
});

test('a final edition without date, contributors or partners is told what it lacks', async () => {
  await using project = await finalProject({
    'content/fictonia/edition.yaml': (edition) =>
      edition.replace(/date: .*\n/, '').replace(/contributors:\n(?: {2}-.*\n)+/, ''),
    'content/series.yaml': (series) => series.replace(/partners:\n(?: {2}.*\n)+/, 'partners: []\n'),
  });
  expect(await toldOf(project.root)).toEqual([
    'content/fictonia/edition.yaml:8 key-missing a final edition without a date',
    'content/fictonia/edition.yaml:8 key-missing a final edition without contributors',
    'content/fictonia/edition.yaml:8 key-missing a final edition of a series without partners',
  ]);
});

test('the line of partners leaves the cover its key figures', async () => {
  await using project = await seriesWith('content/mali', {
    'content/mali/edition.yaml': (text) =>
      text.replace('status: reconstruction', 'status: final\ndate: "2031-06"\ncontributors: [{ name: Ada Notareal }]'),
  });
  const { diagnostics } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
});
