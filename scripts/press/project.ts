import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cache, diskCache } from './cache.ts';
import type { Datasets } from './data/open-datasets.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { importedFiles } from './imported-files.ts';
import { openProjectData } from './open-project-data.ts';
import type { Design } from './page/compose-page.ts';
import { type Atlas, mapFiles, readAtlas } from './read/atlas.ts';
import { diskFiles, type Files, findWithin } from './read/files.ts';
import { coverageOf, type FontCoverage } from './read/fonts.ts';
import { readShared, type Shared } from './read/series.ts';
import { readDesign } from './read-design.ts';

/** A checkout with its content, data, templates and styles: what all editions are made from. */
export interface Project extends AsyncDisposable {
  readonly files: Files;
  readonly shared: Shared;
  readonly design: Design;
  readonly datasets: Datasets;
  readonly atlas: () => Atlas;
  readonly coverage: FontCoverage;
  readonly cache: Cache;
}

const repository = join(import.meta.dirname, '../..');

/** What the press keeps between runs; it can be taken away at any time. */
export const cacheFolder = join(repository, 'node_modules/.cache/factsheet-press');

/** What a project is made of. Each part depends on files of its own, so that it can be read anew by itself. */
export interface ProjectParts {
  readonly shared: Shared;
  readonly design: Design;
  readonly datasets: Datasets;
}

/**
 * The modules that find what the cache keeps: drawings, with the widths of texts and the atlas that they are given, and
 * characters that no font has.
 */
const drawingModules = [
  new URL('./charts/draw-edition.ts', import.meta.url),
  new URL('./charts/text-metrics.ts', import.meta.url),
  new URL('./read/atlas.ts', import.meta.url),
  new URL('./read/fonts.ts', import.meta.url),
].map((url) => fileURLToPath(url));

/** What drawings depend on besides their inputs: the packages and the code here, and the rivers and regions of the project. */
export function drawnBy(root: string): readonly string[] {
  const drawn = mapFiles.map((path) => findWithin(root, path));
  return [
    join(repository, 'package-lock.json'),
    ...importedFiles(drawingModules),
    ...drawn.flatMap((found) => (found.kind === 'file' ? [found.path] : [])),
  ];
}

/** Opens the project in a folder; undefined where what all editions need is not right, which is then reported. */
export async function openProject(root: string, report: Report): Promise<Project | undefined> {
  const files = diskFiles(root);
  const shared = readShared(files, report);
  if (!shared) return undefined;
  // The data engine works on a thread of its own while the designers' files are read.
  const [datasets, design] = await Promise.all([
    openProjectData(root, shared.dataPackage, join(cacheFolder, 'datasets'), report),
    Promise.resolve().then(() => readDesign(files, shared.tokens.value, report)),
  ]);
  return projectOf(root, { shared, design, datasets });
}

/** A project of parts that were read; its data are closed with it. */
export function projectOf(root: string, { shared, design, datasets }: ProjectParts): Project {
  const files = diskFiles(root);
  const cache = diskCache(join(cacheFolder, 'drawings'), drawnBy(root));
  return {
    files,
    shared,
    design,
    datasets,
    cache,
    atlas: () => readAtlas(files),
    coverage: coverageOf(design.fonts, design.tokens.fonts.mono.name, cache),
    [Symbol.asyncDispose]: () => datasets[Symbol.asyncDispose](),
  };
}
