import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finalProject, type SmallProject, seriesWith } from '../small-project.ts';
import { taggedText } from './read-pdf.ts';
import { buildAll, messagesOf } from './run-build.ts';

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
  expect(await messagesOf(project.root)).toEqual([
    'content/fictonia/edition.yaml:8 date-missing a final edition without a date',
    'content/fictonia/edition.yaml:8 contributors-missing a final edition without contributors',
    'content/fictonia/edition.yaml:8 partners-missing a final edition of a series without partners',
  ]);
});

test('it is printed all the same, since nothing of that makes it false', async () => {
  await using project = await finalProject({
    'content/fictonia/edition.yaml': (edition) => edition.replace(/date: .*\n/, ''),
  });
  const { ok, published, diagnostics } = await buildAll(project.root);
  expect({ ok, published }).toMatchObject({ ok: true, published: [{ edition: 'fictonia' }] });
  expect(diagnostics).toMatchObject([{ rule: 'date-missing', severity: 'release' }]);
});

test('a final edition that is dated before its data is told, as far as both dates are known', async () => {
  const dated = async (date: string, cutoff: string) => {
    await using project = await finalProject({
      'content/fictonia/edition.yaml': (edition) =>
        edition.replace(/date: .*/, `date: "${date}"`).replace(/data_cutoff: .*/, `data_cutoff: "${cutoff}"`),
    });
    return (await messagesOf(project.root)).filter((line) => line.includes('date-early'));
  };
  expect(await dated('2031-05', '2031-06-30')).toEqual([
    'content/fictonia/edition.yaml:6 date-early a final edition that is dated 2031-05 and has data to 2031-06-30',
  ]);
  for (const date of ['2031', '2031-06', '2031-06-30']) expect(await dated(date, '2031-06-30')).toEqual([]);
  expect(await dated('2031-06-10', '2031-06')).toEqual([]);
});

test('the line of partners leaves the cover its key figures', async () => {
  await using project = await seriesWith('content/mali', {
    'content/mali/edition.yaml': (text) =>
      text.replace('status: reconstruction', 'status: final\ndate: "2031-06"\ncontributors: [{ name: Ada Notareal }]'),
  });
  const { diagnostics } = await buildAll(project.root);
  // What was the partners’ factsheet to the reconstruction is this edition itself.
  expect(new Set(diagnostics.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
    new Set(['source-itself release']),
  );
});

test('a draft with a list of contributors names them and the partners, and says that it is a proof', async () => {
  const draft = (edition: string) => edition.replace('status: final', 'status: draft');
  await using signed = await finalProject({ 'content/fictonia/edition.yaml': draft });
  const { text, pdf } = await printed(signed);
  for (const words of ['PROOF Not for publication', 'A collaboration between', 'Ada Notareal', 'The authors thank']) {
    expect(text).toContain(words);
  }
  // What travels with the file, and how it is cited, names nobody.
  expect((await PDFDocument.load(pdf)).getAuthor()).toBeUndefined();
  expect(text).toContain('a draft, version 1.0');
  await using unsigned = await finalProject({
    'content/fictonia/edition.yaml': (edition) => draft(edition).replace(/contributors:\n(?: {2}-.*\n)+/, ''),
  });
  expect((await printed(unsigned)).text).not.toContain('collaboration');
});
