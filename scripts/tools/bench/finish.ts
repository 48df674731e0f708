import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { PDFDocument } from '@cantoo/pdf-lib';
import { propertiesOf } from '../../press/document-properties.ts';
import { carryIdentities, finishPdf } from '../../press/finish/index.ts';
import type { Compiled } from '../../press/index.ts';
import { openBrowser } from '../../press/print/open-browser.ts';
import { printSettled } from '../../press/print/settle.ts';
import { type Bench, type BenchResult, median } from './bench.ts';
import { longDocument, type OpenDocuments, openDocuments, openEditions } from './documents.ts';

/** Pages, about, of the documents that are measured besides the editions of the series. */
const sizes = [10, 50, 100];

/** Finishing against printing, and against the number of pages. */
export const bench: Bench = {
  about: 'the stage that finishes a print, against a bare script that starts the browser and prints the same page',
  takes: '',
  async measure(say) {
    await using editions = await openEditions();
    await using documents = await openDocuments(sizes.map(longDocument));
    return resultsOf(await measureAll(documents, say), await measureAll(editions, say));
  },
};

/** Measures documents, the shortest first. */
async function measureAll({ compiled }: OpenDocuments, say: (line: string) => void): Promise<readonly FinishTimes[]> {
  const found: FinishTimes[] = [];
  for (const document of compiled) {
    const times = await measureDocument(document);
    say(lineOf(times));
    found.push(times);
  }
  return found.toSorted((one, other) => one.pages - other.pages);
}

function lineOf({ name, pages, print, finish, first }: FinishTimes): string {
  const [whole, part, cold] = [print, finish, first].map(Math.round);
  const ratios = `${(finish / print).toFixed(3)}, first ${(first / print).toFixed(3)}`;
  return `${name}, ${pages} pages: script ${whole} ms, finish ${part} ms, first ${cold} ms, ratio ${ratios}, ${(finish / pages).toFixed(2)} ms a page`;
}

/** Milliseconds that a document took, each the median of several times. */
interface FinishTimes {
  readonly name: string;
  readonly pages: number;
  /** A bare script from its start to its end: a process that starts the browser, prints the page once, and ends it. */
  readonly print: number;
  /** Finishing its print, as a build of several editions does it: by a process that has done so before. */
  readonly finish: number;
  /** Finishing it in a process that has finished nothing, with the reading of the stage's code. */
  readonly first: number;
}

const runs = 7;

/**
 * Prints a document by a bare script, and finishes its print, by turns: what else the machine does slows both.
 *
 * The script is timed as a whole process, since without the press that is what one would run. What every program of Node
 * pays once is so in its time; of finishing, `first` has it, and `finish` has not.
 */
async function measureDocument(compiled: Compiled): Promise<FinishTimes> {
  const { name } = compiled.edition;
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await using kept = new AsyncDisposableStack();
  kept.defer(() => rm(folder, { recursive: true, force: true }));
  const [page, bare, print] = ['page', 'bare.pdf', 'print'].map((file) => join(folder, file));
  const { pdf, facts } = await printOf(compiled);
  await writeFile(String(page), serialize(compiled.compose(new Map())));
  await writeFile(String(print), serialize({ pdf, facts }));
  const times = { print: [] as number[], finish: [] as number[], first: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    times.print.push(await timeOf(() => runScript('bare-script.ts', String(page), String(bare))));
    times.first.push(Number(await runScript('first-finish.ts', String(print))));
    times.finish.push(await timeOf(async () => finishPdf(pdf, facts)));
  }
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return {
    name,
    pages: document.getPageCount(),
    print: median(times.print),
    finish: median(times.finish),
    first: median(times.first),
  };
}

/** What the stage is given in a build. */
async function printOf({ edition, body, compose }: Compiled) {
  await using printer = await openBrowser({ jobs: 1 });
  const { pdf, html } = await printSettled(printer, (numbers) => {
    const page = compose(numbers);
    return { ...page, ...carryIdentities(page.html) };
  });
  const { identities, text } = html;
  return { pdf, facts: { properties: propertiesOf(edition, undefined), identities, text, body, attachments: [] } };
}

/** Runs a script of this folder to its end, in the same runtime, and gives what it wrote. */
async function runScript(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, file), ...args]);
  return stdout;
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Finishing may take this part of what a bare script takes to start the browser and print the same page. */
const mostOfPrint = 0.2;
/** A page of the longest document may take this many times what a page of the shortest takes. */
const mostGrowth = 1.5;

/**
 * What of the promises holds.
 *
 * @param growing measurements of documents of one kind, of the shortest first
 * @param others measurements of other documents
 */
export function resultsOf(growing: readonly FinishTimes[], others: readonly FinishTimes[]): readonly BenchResult[] {
  const found = [...growing, ...others];
  const ratio = Math.max(...found.map(({ finish, print }) => finish / print), found.length > 0 ? 0 : Number.NaN);
  const perPage = growing.map(({ finish, pages }) => finish / pages);
  const growth = (perPage.at(-1) ?? Number.NaN) / (perPage[0] ?? Number.NaN);
  return [
    {
      promise: `finishing takes at most ${mostOfPrint} of what a bare script takes to start the browser and print: ${ratio.toFixed(3)}`,
      holds: ratio <= mostOfPrint,
    },
    {
      promise: `a page of the longest takes at most ${mostGrowth} times one of the shortest: ${growth.toFixed(2)}`,
      holds: growth <= mostGrowth,
    },
  ];
}
