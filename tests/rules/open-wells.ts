import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { collectDiagnostics, type Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition, pressEdition } from '../../scripts/press/index.ts';
import type { Printer } from '../../scripts/press/print/open-browser.ts';
import type { Project } from '../../scripts/press/project.ts';
import { listEditions } from '../../scripts/press/read/edition-names.ts';
import { diskFiles } from '../../scripts/press/read/files.ts';
import { compileWithDiagnostics, diagnosticsAcrossEditions, keepProject } from '../../scripts/watch/kept-project.ts';
import { acceptData, wellsProject } from '../small-project.ts';

/** The files of an example: path to text. */
export type Example = Readonly<Record<string, string>>;

/** What the press says of the edition of wells with an example laid over it. */
export type Say = (example: Example) => Promise<readonly Diagnostic[]>;

/**
 * The edition of wells, open for many examples, one after another, as `npm run check -- --watch` keeps a project open: what an
 * example changes is read anew, and all else is read once.
 */
export interface Wells extends AsyncDisposable {
  /** What `npm run check` says. */
  readonly whenChecked: Say;
  /** What `npm run pdf` says. */
  readonly whenPrinted: (printer: Printer) => Say;
}

/** Lays the edition of wells into a folder of its own. */
export async function openWells(): Promise<Wells> {
  const laid = await wellsProject();
  const { root } = laid;
  const files = diskFiles(root);
  const kept = keepProject(root);
  let putBack = async (): Promise<readonly string[]> => [];
  const openWith = async (example: Example): Promise<Project | undefined> => {
    const restored = await putBack();
    const { paths, putBack: next } = await layOver(root, example);
    putBack = next;
    return await kept.refresh([...restored, ...paths]);
  };
  return {
    async whenChecked(example) {
      const project = await openWith(example);
      const all = listEditions(files);
      const checked = [];
      if (project) for (const name of all) checked.push(await compileWithDiagnostics(name, project));
      const diagnostics = collectDiagnostics();
      const editions = checked.flatMap(({ compiled }) => compiled ?? []);
      for (const diagnostic of [
        ...kept.diagnostics(),
        ...checked.flatMap((edition) => edition.diagnostics),
        ...diagnosticsAcrossEditions(files, editions, all, kept.diagnostics()),
      ])
        diagnostics.report(diagnostic);
      return diagnostics.list();
    },
    whenPrinted: (printer) => async (example) => {
      const project = await openWith(example);
      const diagnostics = collectDiagnostics();
      const { report } = diagnostics;
      for (const diagnostic of kept.diagnostics()) report(diagnostic);
      const edition = project && (await compileEdition('wells', project, report, () => {}));
      if (edition && !diagnostics.failed) {
        await pressEdition(edition, printer, { epoch: undefined, report, onStage: () => {} });
      }
      return diagnostics.list();
    },
    async [Symbol.asyncDispose]() {
      await kept[Symbol.asyncDispose]();
      await laid[Symbol.asyncDispose]();
    },
  };
}

interface LaidOver {
  /** The files that changed. */
  readonly paths: readonly string[];
  /** Puts them back, and says which they were. */
  readonly putBack: () => Promise<readonly string[]>;
}

/** Lays an example over a project. The data that it changes count as accepted; a digest that it changes does not. */
async function layOver(root: string, example: Example): Promise<LaidOver> {
  const described = 'data/datapackage.yaml';
  const paths = [...new Set([...Object.keys(example), described])];
  const before = await Promise.all(paths.map(async (path) => [path, await textAt(join(root, path))] as const));
  const made: string[] = [];
  for (const [path, text] of Object.entries(example)) {
    const folder = await mkdir(dirname(join(root, path)), { recursive: true });
    if (folder !== undefined) made.push(folder);
    await writeFile(join(root, path), text);
  }
  await acceptData(root, (file) => file in example);
  const after = await textAt(join(root, described));
  const changed = before.filter(([path, text]) => path !== described || text !== after);
  return {
    paths: changed.map(([path]) => path),
    async putBack() {
      for (const [path, text] of changed) {
        if (text === undefined) await rm(join(root, path));
        else await writeFile(join(root, path), text);
      }
      for (const folder of made) await rm(folder, { recursive: true });
      return changed.map(([path]) => path);
    },
  };
}

async function textAt(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch(() => undefined);
}
