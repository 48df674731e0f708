import { join } from 'node:path';
import type { Datasets } from '../press/data/open-datasets.ts';
import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { type Compiled, compileEdition } from '../press/index.ts';
import { reportUnusedSeriesNames } from '../press/numbers/declared-names.ts';
import { openProjectData } from '../press/open-project-data.ts';
import type { Design } from '../press/page/compose-page.ts';
import { cacheFolder, type Project, projectOf } from '../press/project.ts';
import { reportEditionNames } from '../press/read/edition-names.ts';
import { reportSharedOrders } from '../press/read/edition-status.ts';
import { diskFiles, type Files } from '../press/read/files.ts';
import { readShared, type Shared } from '../press/read/series.ts';
import { readDesign } from '../press/read-design.ts';

/** A project that stays open between saves. */
export interface KeptProject extends AsyncDisposable {
  /**
   * Reads anew those of its parts that changed files belong to.
   *
   * @param paths from the root; at first nothing was read
   * @returns the project, or undefined where what all editions need is not right; what it was closed before it
   */
  refresh(paths: readonly string[]): Promise<Project | undefined>;
  /** What is wrong with its parts as they are now. */
  diagnostics(): readonly Diagnostic[];
}

/** A part with the diagnostics of reading it. */
interface Read<Part> {
  readonly part: Part;
  readonly diagnostics: readonly Diagnostic[];
}

/** Which files a part is read from. */
const filesOf = {
  shared: /^(?:content\/(?:series|sources)\.yaml|styles\/tokens\.yaml|data\/datapackage\.yaml)$/,
  datasets: /^data\//,
  design: /^(?:templates|styles|content\/labels)\//,
} as const;

/** Opens nothing yet: the first refresh does. */
export function keepProject(root: string): KeptProject {
  const files = diskFiles(root);
  let shared: Read<Shared | undefined> | undefined;
  let datasets: Read<Datasets> | undefined;
  let design: Read<Design> | undefined;
  let project: Project | undefined;

  const closeDatasets = async (): Promise<void> => {
    const closing = datasets?.part;
    datasets = undefined;
    await closing?.[Symbol.asyncDispose]();
  };
  const forget = async (paths: readonly string[]): Promise<void> => {
    const touches = (part: keyof typeof filesOf) => paths.some((path) => filesOf[part].test(path));
    if (touches('shared')) shared = undefined;
    if (touches('design')) design = undefined;
    if (touches('datasets')) await closeDatasets();
  };
  return {
    async refresh(paths) {
      await forget(paths);
      if (project && shared && datasets && design) return project;
      project = undefined;
      shared ??= await reading((report) => readShared(files, report));
      const { part } = shared;
      if (!part) return undefined;
      datasets ??= await reading((report) =>
        openProjectData(root, part.dataPackage, join(cacheFolder, 'datasets'), report),
      );
      design ??= await reading((report) => readDesign(files, part.tokens.value, report));
      project = projectOf(root, { shared: part, design: design.part, datasets: datasets.part });
      return project;
    },
    diagnostics() {
      const all = collectDiagnostics();
      for (const read of [shared, datasets, design])
        for (const diagnostic of read?.diagnostics ?? []) all.report(diagnostic);
      return all.list();
    },
    [Symbol.asyncDispose]: closeDatasets,
  };
}

async function reading<Part>(
  read: (report: ReturnType<typeof collectDiagnostics>['report']) => Part | Promise<Part>,
): Promise<Read<Part>> {
  const diagnostics = collectDiagnostics();
  const part = await read(diagnostics.report);
  return { part, diagnostics: diagnostics.list() };
}

/** An edition that was compiled, with the diagnostics of that. */
export interface CompiledEdition {
  /** Undefined where it has errors: then its pages are not printed. */
  readonly compiled: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles one edition. What is wrong with the project itself is not reported again. */
export async function compileWithDiagnostics(name: string, project: Project): Promise<CompiledEdition> {
  const diagnostics = collectDiagnostics();
  const compiled = await compileEdition(name, project, diagnostics.report, () => {});
  return { compiled: diagnostics.failed ? undefined : compiled, diagnostics: diagnostics.list() };
}

/**
 * What belongs to no edition alone: folders whose name is none for an edition, places in the series that two of them have,
 * and names that the series declares and none of all its editions needs.
 *
 * @param all the names of all editions that there are
 * @param ofProject what is wrong with the project itself: with errors there, nothing seems unused
 */
export function diagnosticsAcrossEditions(
  files: Files,
  editions: readonly Compiled[],
  all: readonly string[],
  ofProject: readonly Diagnostic[],
): readonly Diagnostic[] {
  const diagnostics = collectDiagnostics();
  reportEditionNames(files, diagnostics.report);
  reportSharedOrders(editions, diagnostics.report);
  const isSound = ofProject.every(({ severity }) => severity !== 'error');
  if (isSound && editions.length === all.length) reportUnusedSeriesNames(editions, diagnostics.report);
  return diagnostics.list();
}
