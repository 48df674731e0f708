import { join, relative } from 'node:path';
import { writeWhole } from '../cli/write-whole.ts';
import type { Pressed } from '../press/index.ts';
import { checkWithQpdf } from './checks/check-with-qpdf.ts';
import { compareReaders } from './checks/compare-readers.ts';
import { examine } from './checks/examine.ts';
import { readPage } from './checks/read-page.ts';
import { spokenLines } from './checks/spoken-lines.ts';
import { untoldIn } from './checks/untold.ts';
import { holdGolden } from './golden.ts';
import { askJudge } from './judge/ask-judge.ts';
import type { Judge } from './judge/find-judge.ts';
import { countVerdicts, tellVerdict } from './judge/tell-verdicts.ts';
import type { Standard, Verdict } from './judge/verdict.ts';
import { readJudged } from './structure/judged-pdf.ts';
import { readByPoppler } from './structure/read-by-poppler.ts';

const standards: readonly Standard[] = ['ua1', '3a'];

/** Where things lie. */
export interface Folders {
  /** Where the PDFs are left to be looked at. */
  readonly folder: string;
  /** The golden text of a document; undefined for one that has none. */
  readonly goldenOf: (name: string) => string | undefined;
}

/** What became of documents under all checks. */
export interface Judged {
  readonly ok: boolean;
  /** What is told at the end, a sentence a line. */
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
): Promise<Judged> {
  let faulty = 0;
  let unasked = 0;
  for (const document of documents) {
    const file = fileOf(folder, document);
    await writeWhole(file, document.pdf);
    await writeWhole(printOf(folder, document), document.print);
    const opinion = await secondOpinion(document, file, goldenOf(document.name));
    if (opinion === undefined) unasked += 1;
    const faults = [...(await examine(document)), ...(opinion ?? []), ...(await checkWithQpdf(file))];
    if (faults.length > 0) faulty += 1;
    say(faults.map((fault) => `${file}  ${fault}\n`).join(''));
  }
  const verdicts = await ask(
    judge,
    documents.map((document) => fileOf(folder, document)),
    'for all',
  );
  for (const document of documents) {
    const own = verdicts.filter(({ file, kind }) => kind !== 'passed' && file === fileOf(folder, document));
    if (own.length === 0) continue;
    const pdf = await readJudged(document.pdf);
    say(own.map((verdict) => tellVerdict(verdict, pdf)).join(''));
  }
  const prints = await ask(
    judge,
    documents.map((document) => printOf(folder, document)),
    'for one',
  );
  const passing = prints.filter(({ kind }) => kind !== 'failed');
  say(passing.map(({ file, standard }) => `${file}  passes ${standard} as a print, or cannot be judged\n`).join(''));
  const sound = documents.length - faulty;
  return {
    ok: faulty === 0 && passing.length === 0 && verdicts.every(({ kind }) => kind === 'passed'),
    summary: [
      ...countVerdicts(verdicts),
      `${prints.length - passing.length} of ${prints.length} judgements of unfinished prints fail, as they must`,
      `${sound} of ${documents.length} say what their pages say and look as they were printed`,
      `${documents.length - unasked} were read by poppler, too; not ${unasked} in which marks say how glyphs are read, after which it loses text`,
    ],
  };
}

/** What another reader says of a document, if it is asked, and whether it is spoken as somebody has heard it. */
async function secondOpinion(
  { pdf, html }: Pressed,
  file: string,
  golden: string | undefined,
): Promise<readonly string[] | undefined> {
  const poppler = await readByPoppler(file, untoldIn((await readJudged(pdf)).structure));
  const differences = await compareReaders(pdf, readPage(html), poppler);
  if (golden === undefined) return differences;
  return [...(differences ?? []), ...(await holdGolden(golden, spokenLines(poppler)))];
}

/** All files under both standards, a run of the judge each. */
async function ask(judge: Judge, files: readonly string[], look: 'for all' | 'for one'): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const standard of standards) verdicts.push(...(await askJudge(judge, standard, files, look)));
  return verdicts;
}

function fileOf(folder: string, { name }: Pressed): string {
  return relative(process.cwd(), join(folder, `${name}.pdf`));
}

function printOf(folder: string, { name }: Pressed): string {
  return relative(process.cwd(), join(folder, 'prints', `${name}.pdf`));
}
