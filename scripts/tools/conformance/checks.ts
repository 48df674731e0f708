import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeWhole } from '../../cli/write-whole.ts';
import type { Pressed } from '../../press/index.ts';
import { holdGolden, spokenLines } from './golden.ts';
import { findJudge, type Judge } from './judge.ts';
import { compareLooks } from './looks.ts';
import { compareReaders, readByPoppler } from './poppler.ts';
import { checkWithQpdf } from './programs.ts';
import { compareSpoken, readPage, readSpoken } from './spoken.ts';
import { readTaggedPdf } from './structure.ts';
import { countVerdicts, tellVerdict } from './verdict-words.ts';
import { askJudge, type Standard, type Verdict } from './verdicts.ts';

/** Where the files of a run lie. */
interface Folders {
  /** Where the PDFs are left to be looked at. */
  readonly folder: string;
  /** The golden text of a document; undefined for one that has none. */
  readonly goldenOf: (name: string) => string | undefined;
}

/** What all checks found. */
interface Findings {
  readonly ok: boolean;
  /** What is printed at the end, a sentence a line. */
  readonly summary: readonly string[];
}

/**
 * Puts finished PDFs before the judge and through all checks of our own, together with the prints that they were made
 * from: a judge that lets a print pass has not looked.
 *
 * @param say takes each document's faults as they are found
 */
export async function judgeAll(
  documents: readonly Pressed[],
  judge: Judge,
  { folder, goldenOf }: Folders,
  say: (text: string) => void,
): Promise<Findings> {
  for (const document of documents) {
    await writeWhole(fileOf(folder, document), document.pdf);
    await writeWhole(printOf(folder, document), document.print);
  }
  // The judge is a process of its own: it works beside our own checks.
  const [own, { verdicts, prints }] = await Promise.all([
    checkAll(documents, { folder, goldenOf }, say),
    askAll(documents, judge, folder),
  ]);
  for (const document of documents) {
    const wrong = verdicts.filter(({ file, kind }) => kind !== 'passed' && file === fileOf(folder, document));
    if (wrong.length === 0) continue;
    const pdf = await readTaggedPdf(document.pdf);
    say(wrong.map((verdict) => tellVerdict(verdict, pdf)).join(''));
  }
  const passing = prints.filter(({ kind }) => kind !== 'failed');
  say(passing.map(({ file, standard }) => `${file}  passes ${standard} as a print, or cannot be judged\n`).join(''));
  const sound = documents.length - own.faulty;
  return {
    ok: own.faulty === 0 && passing.length === 0 && verdicts.every(({ kind }) => kind === 'passed'),
    summary: [
      ...countVerdicts(verdicts),
      `${prints.length - passing.length} of ${prints.length} judgements of unfinished prints fail, as they must`,
      `${sound} of ${documents.length} say what their pages say and look as they were printed`,
      `${documents.length - own.unread} were read by poppler, too; not ${own.unread} in which marks say how glyphs are read, after which it loses text`,
    ],
  };
}

/** All checks of our own. Counts the documents with faults, and those that poppler does not read. */
async function checkAll(
  documents: readonly Pressed[],
  { folder, goldenOf }: Folders,
  say: (text: string) => void,
): Promise<{ readonly faulty: number; readonly unread: number }> {
  let faulty = 0;
  let unread = 0;
  for (const document of documents) {
    const file = fileOf(folder, document);
    const opinion = await secondOpinion(document, file, goldenOf(document.name));
    if (opinion === undefined) unread += 1;
    const faults = [...(await examine(document)), ...(opinion ?? []), ...(await checkWithQpdf(file))];
    if (faults.length > 0) faulty += 1;
    say(faults.map((fault) => `${file}  ${fault}\n`).join(''));
  }
  return { faulty, unread };
}

/** The judge on the finished files and on the prints. */
async function askAll(
  documents: readonly Pressed[],
  judge: Judge,
  folder: string,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly prints: readonly Verdict[] }> {
  const files = documents.map((document) => fileOf(folder, document));
  const verdicts = await ask(judge, files, 'for all');
  const printFiles = documents.map((document) => printOf(folder, document));
  return { verdicts, prints: await ask(judge, printFiles, 'for one') };
}

/** What another reader says of a document, if it is asked, and whether it is spoken as somebody has heard it. */
async function secondOpinion(
  { pdf, html }: Pressed,
  file: string,
  golden: string | undefined,
): Promise<readonly string[] | undefined> {
  const poppler = await readByPoppler(file, (await readTaggedPdf(pdf)).structure);
  const differences = await compareReaders(pdf, readPage(html), poppler);
  if (golden === undefined) return differences;
  return [...(differences ?? []), ...(await holdGolden(golden, spokenLines(poppler)))];
}

const standards: readonly Standard[] = ['ua1', '3a'];

/** All files under both standards, a run of the judge each, both at once: a run uses one core. */
async function ask(judge: Judge, files: readonly string[], look: 'for all' | 'for one'): Promise<readonly Verdict[]> {
  return (await Promise.all(standards.map((standard) => askJudge(judge, standard, files, look)))).flat();
}

function fileOf(folder: string, { name }: Pressed): string {
  return relative(process.cwd(), join(folder, `${name}.pdf`));
}

function printOf(folder: string, { name }: Pressed): string {
  return relative(process.cwd(), join(folder, 'prints', `${name}.pdf`));
}

/** Has files judged under both standards, and says what is found. */
export async function judgeFiles(files: readonly string[], say: (text: string) => void): Promise<0 | 1> {
  for (const file of files) {
    await readFile(file).catch((cause: unknown) => {
      throw new Error(`There is no ${file}`, { cause });
    });
  }
  const judge = await findJudge();
  say(`${judge.label}\n`);
  const verdicts = await ask(judge, files, 'for all');
  for (const [file, ofFile] of Map.groupBy(verdicts, (verdict) => verdict.file)) {
    const pdf = await readTaggedPdf(await readFile(file)).catch(() => undefined);
    say(ofFile.map((verdict) => tellVerdict(verdict, pdf)).join(''));
  }
  say(`${countVerdicts(verdicts).join('\n')}\n`);
  return verdicts.every(({ kind }) => kind === 'passed') ? 0 : 1;
}

/**
 * Holds a finished PDF against its page and its print: that its tags say what the page says, and that finishing changed
 * nothing that is seen or extracted. A pass of the judge alone proves little: pages that are decoration all over pass.
 *
 * @returns a sentence for each fault
 */
export async function examine({
  html,
  print,
  pdf,
}: Pick<Pressed, 'html' | 'print' | 'pdf'>): Promise<readonly string[]> {
  const spoken = readSpoken(await readTaggedPdf(pdf));
  return [...compareSpoken(readPage(html), spoken), ...(await compareLooks(print, pdf))];
}
