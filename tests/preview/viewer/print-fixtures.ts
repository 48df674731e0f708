// Prints the PDFs of prints.ts into the folder that it is called with, which then is there as a whole.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pressSuite, readSuite } from '../../../scripts/tools/conformance/suite.ts';
import { suiteSources } from '../../../scripts/tools/conformance/suite-project.ts';
import { buildAll } from '../../cli/run-build.ts';
import { repository } from '../../journey/repository-files.ts';
import { finalProject, type SmallProject, smallProject } from '../../small-project.ts';
import { breakable } from './fixture.ts';
import { type Prints, printNames } from './prints.ts';

const section = 'content/mali-small/en/20-assistance.md';

async function printAll(): Promise<Prints> {
  const small = (paragraph: string) =>
    built(smallProject({ [section]: (text) => text.replace('A paragraph', paragraph) }), 'mali-small');
  return {
    mali: await built(smallProject(), 'mali-small'),
    changed: await small('Another paragraph'),
    hyphenated: await small(`${breakable}A paragraph`),
    fictonia: await built(finalProject(), 'fictonia'),
    arabic: await arabic(),
  };
}

/** Builds a project, and reads the PDF of an edition of it. */
async function built(making: Promise<SmallProject>, name: string): Promise<Uint8Array> {
  await using project = await making;
  const { ok } = await buildAll(project.root);
  if (!ok) throw new Error(`${name} does not build`);
  return readFile(join(project.root, `out/${name}.pdf`));
}

/** The edition of the conformance suite that is written from right to left. */
async function arabic(): Promise<Uint8Array> {
  const sources = suiteSources(repository);
  const suite = await readSuite(join(sources.shared, 'editions'));
  const [pressed] = await pressSuite(
    suite.filter(({ name }) => name === 'arabic'),
    sources,
  );
  if (!pressed) throw new Error('the suite has no Arabic edition');
  return pressed.pdf;
}

const [, , folder = ''] = process.argv;
const printed = await printAll();
const making = `${folder}.${process.pid}`;
await mkdir(making, { recursive: true });
for (const name of printNames) await writeFile(join(making, `${name}.pdf`), printed[name]);
// Where another process was quicker, its PDFs are the same.
await rename(making, folder).catch(() => rm(making, { recursive: true }));
