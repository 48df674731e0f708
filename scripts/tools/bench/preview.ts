import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectDiagnostics } from '../../press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../press/index.ts';
import { openBrowser, type Printer } from '../../press/print/open-browser.ts';
import { readDestinations } from '../../press/print/read-destinations.ts';
import { openProject, type Project } from '../../press/project.ts';
import { listEditions } from '../../press/read/edition-names.ts';
import { diskFiles } from '../../press/read/files.ts';
import { carriedPage } from '../../preview/engine/finish-job.ts';
import { openPreviewEngine, type PreviewEngine } from '../../preview/engine/preview-engine.ts';
import type { PreviewEdition } from '../../preview/protocol.ts';
import { type Bench, type BenchResult, median } from './bench.ts';
import { layProjectsOut } from './documents.ts';

/** From saving a section to new pages, against compiling the edition and printing the same page by a warm browser. */
export const bench: Bench = {
  about: 'from a save to new pages in the preview, against compiling the edition and printing the same page again',
  takes: '',
  async measure(say) {
    await using projects = await layProjectsOut();
    const found: SaveTimes[] = [];
    for (const root of projects.roots) {
      for await (const times of measureSaves(root)) {
        say(lineOf(times));
        found.push(times);
      }
    }
    return resultsOf(found);
  },
};

function lineOf({ name, pages, save, compile, print, beyond }: SaveTimes): string {
  const [whole, compiling, printing] = [save, compile, print].map(Math.round);
  return `${name}, ${pages} pages: save to pages ${whole} ms, compile ${compiling} ms, print ${printing} ms, beyond compiling ${beyond.toFixed(2)} of printing`;
}

/** Milliseconds that saves of an edition's section took: medians. */
interface SaveTimes {
  readonly name: string;
  readonly pages: number;
  /** From the save until new pages could be fetched. */
  readonly save: number;
  /** Compiling the edition as it then was, with its project open. */
  readonly compile: number;
  /** Printing the same page again, by a browser that has printed it before. */
  readonly print: number;
  /**
   * What passed besides compiling, as a part of printing: of each save against the parts measured right before it, since what
   * else the machine does changes from minute to minute.
   */
  readonly beyond: number;
}

const runs = 7;

/** Saves a section of each edition of a project several times, and measures each time what that takes by itself. */
async function* measureSaves(root: string): AsyncGenerator<SaveTimes> {
  await using printer = await openBrowser({ jobs: 1 });
  await using project = await openProject(root, collectDiagnostics().report);
  if (!project) throw new Error('The project to be measured cannot be opened');
  const openPrinter = () => openBrowser({ jobs: 1 });
  await using engine = openPreviewEngine({ root, editions: [], openPrinter });
  const names = listEditions(diskFiles(root));
  // None is being built any more while another is measured.
  for (const name of names) await until(engine, name, ({ status }) => status === 'ready');
  for (const name of names) {
    yield await measureEdition(name, { root, engine, project, printer });
  }
}

interface Tools {
  readonly root: string;
  readonly engine: PreviewEngine;
  readonly project: Project;
  readonly printer: Printer;
}

async function measureEdition(name: string, { root, engine, project, printer }: Tools): Promise<SaveTimes> {
  const section = await firstSection(root, name);
  const text = await readFile(section, 'utf8');
  const found: { readonly save: number; readonly compile: number; readonly print: number }[] = [];
  let pages = 0;
  for (let run = 0; run <= runs; run += 1) {
    const { shown } = await until(engine, name, ({ status }) => status === 'ready');
    const parts = await measureParts(name, project, printer);
    const before = shown?.version ?? 0;
    const began = performance.now();
    await writeFile(section, run % 2 === 0 ? `${text}\nWords more.\n` : text);
    const saved = await until(engine, name, (edition) => (edition.shown?.version ?? 0) > before);
    const save = performance.now() - began;
    pages = saved.shown?.pages ?? 0;
    // The first warms all that takes part.
    if (run > 0) found.push({ ...parts, save });
  }
  const middle = (value: (one: (typeof found)[number]) => number) => median(found.map(value));
  return {
    name,
    pages,
    save: middle(({ save }) => save),
    compile: middle(({ compile }) => compile),
    print: middle(({ print }) => print),
    beyond: middle(({ save, compile, print }) => (save - compile) / print),
  };
}

/** What the parts take by themselves. Before it is timed, the page was printed without its page numbers. */
async function measureParts(name: string, project: Project, printer: Printer) {
  const began = performance.now();
  const compiled = await compileEdition(
    name,
    project,
    () => {},
    () => {},
  );
  const compile = performance.now() - began;
  if (!compiled) throw new Error(`The edition "${name}", which is to be measured, cannot be compiled`);
  const numbers = await readDestinations(await printer.print(carriedPage(compiled, new Map())));
  const page = carriedPage(compiled, numbers);
  const again = performance.now();
  await printer.print(page);
  return { compile, print: performance.now() - again };
}

async function firstSection(root: string, name: string): Promise<string> {
  const folder = join(root, 'content', name, 'en');
  const [first = ''] = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return join(folder, first);
}

function until(
  engine: PreviewEngine,
  name: string,
  isSo: (edition: PreviewEdition) => boolean,
): Promise<PreviewEdition> {
  const { promise, resolve, reject } = Promise.withResolvers<PreviewEdition>();
  const look = (): void => {
    const edition = engine.state().editions.find((one) => one.name === name);
    if (edition && isSo(edition)) resolve(edition);
    else if (edition?.status === 'broken')
      reject(new Error(`The edition "${name}", which is to be measured, is broken`));
  };
  const stop = engine.onState(look);
  look();
  return promise.finally(stop);
}

/** What may pass besides compiling, as a part of what a warm browser takes to print the same page. */
const mostOfPrint = 1.5;

/** What of the promise holds by these measurements. */
export function resultsOf(found: readonly Pick<SaveTimes, 'beyond'>[]): readonly BenchResult[] {
  const worst = found.length > 0 ? Math.max(...found.map(({ beyond }) => beyond)) : Number.NaN;
  return [
    {
      promise: `from a save to new pages passes compiling and at most ${mostOfPrint} times printing the same page again: ${worst.toFixed(2)}`,
      holds: worst <= mostOfPrint,
    },
  ];
}
