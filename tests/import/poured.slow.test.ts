import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importCommand } from '../../scripts/import/import-command.ts';
import { taggedText } from '../cli/read-pdf.ts';
import { buildAll } from '../cli/run-build.ts';
import { finalProject } from '../small-project.ts';
import { docxOf, paragraph } from './docx.ts';
import { partnersManuscript } from './partners-manuscript.ts';

const now = new Date('2031-07-01T12:00:00Z');

/** The text of the partners’ manuscript in the order in which it is to be read. */
const sentences = [
  'University One, Institute Two, and Organisation Three',
  'The Case of Fictonia and the Fictonian Paper Fleet',
  'Paper boats have crossed the Bay of Nowhere for as long as anybody cares to remember',
  'SUMMARY',
  'In 2030 the fleet folded 401 boats, of which a third were lost before they had reached the open water of the bay at 10:30 or 3:1.',
  'U.S. ASSISTANCE',
  'Assistance reached the harbor in crates, and nobody opened them',
  ': a line that begins with a colon.',
  'ABOUT THE FACTSHEET',
  'contributed to this factsheet:',
  'Ada Notareal, Lead Author, University One',
  'Ben Madeup, Research Fellow, Institute Two',
  'Cleo Imaginary and Dan Invented, Student Researchers, University One CENTER',
  'CENTER, PBA and Organisation Three would like to thank all sailors who never were.',
];

const docx = docxOf(
  partnersManuscript.txt
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => paragraph(line, /^[A-Z. ]+$/.test(line) ? 'Heading1' : undefined))
    .join(''),
);

test.each([...Object.entries(partnersManuscript), ['docx', docx] as const])(
  'a manuscript in .%s, poured onto a reconstruction, is a PDF without another keystroke',
  async (ending, manuscript) => {
    await using project = await finalProject({
      'content/fictonia/edition.yaml': (yaml) => yaml.replace('status: final', 'status: reconstruction\nstrict: true'),
      'content/fictonia/charts/boats.yaml': (yaml) =>
        yaml.replace(/^note: .*\n/m, '').concat('note: Counted at night. Our sources give no figure for the day.\n'),
    });
    await writeFile(join(project.root, `m.${ending}`), manuscript);
    const { text: report } = await importCommand([`m.${ending}`, '--onto', 'fictonia'], project.root, now);
    expect(report).toMatch(/\nText: all \d+ words of m\.\w+ are in content\/fictonia, in \d sections, in their order/);
    const { diagnostics, published } = await buildAll(project.root);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = (await taggedText(await readFile(published[0]?.path ?? ''))).replaceAll('\u00A0', ' ');
    let from = 0;
    for (const sentence of sentences) {
      const at = text.indexOf(sentence, from);
      expect(at, `${sentence} in ${text.slice(from)}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    // What the reconstruction drew stands under the partners’ names with a label, and without its voice.
    expect(text).toContain('Added by the press from public sources.');
    expect(text).toContain('Counted at night.');
    expect(text).not.toMatch(/Our sources/);
    // No section is called after the file, and what a page hides stays hidden.
    expect(text).not.toMatch(/^m$/m);
    expect(text).not.toContain('nobody may see');
  },
);

test('a manuscript of a title alone builds; one without a word is refused', async () => {
  await using project = await finalProject();
  await writeFile(join(project.root, 'title.docx'), docxOf(paragraph('The Case of Nothing', 'Title')));
  await writeFile(join(project.root, 'empty.docx'), docxOf(''));
  const empty = await importCommand(['empty.docx', '--edition', 'empty'], project.root, now);
  expect(empty).toEqual({
    text: 'import: empty.docx has no text, so nothing was written: is it the right file?\n',
    code: 2,
  });
  expect((await importCommand(['title.docx', '--edition', 'nothing'], project.root, now)).code).toBe(0);
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(published).toHaveLength(2);
});
