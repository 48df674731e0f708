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
import { median } from '../median.ts';

/** Milliseconds that saves of an edition's section took: medians. */
export interface MeasuredSaves {
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
export async function* measureSaves(root: string): AsyncGenerator<MeasuredSaves> {
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

async function measureEdition(name: string, { root, engine, project, printer }: Tools): Promise<MeasuredSaves> {
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
    const seen = await until(engine, name, (edition) => (edition.shown?.version ?? 0) > before);
    const save = performance.now() - began;
    pages = seen.shown?.pages ?? 0;
    // The first warms all that takes part.
    if (run > 0) found.push({ ...parts, save });
  }
  const middle = (value: (one: (typeof found)[number]) => number) => median(found.map(value));
  return {
    ...{ name, pages },
    ...{
      save: middle(({ save }) => save),
      compile: middle(({ compile }) => compile),
      print: middle(({ print }) => print),
    },
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
