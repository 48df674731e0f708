import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laySuiteOut } from '../../conformance/suite/lay-out-suite.ts';
import { readPool } from '../../conformance/suite/pool.ts';
import type { SuiteEdition } from '../../conformance/suite/suite-edition.ts';
import { suiteSources } from '../../conformance/suite/whole-suite.ts';
import { collectDiagnostics } from '../../press/diagnostics/diagnostic.ts';
import { type Compiled, compileEdition } from '../../press/index.ts';
import { openProject } from '../../press/project.ts';
import { listEditions } from '../../press/read/edition-names.ts';
import { diskFiles } from '../../press/read/files.ts';

/** Documents that are ready to be printed, as long as this is open: their data are asked for until then. */
export interface OpenDocuments extends AsyncDisposable {
  readonly compiled: readonly Compiled[];
}

const repository = join(import.meta.dirname, '../../..');

/**
 * Compiles the editions of the series.
 *
 * @throws Error when one of them cannot be compiled
 */
export function openEditions(): Promise<OpenDocuments> {
  return openAll(repository, new AsyncDisposableStack());
}

/**
 * Lays documents out as editions of a project and compiles them.
 *
 * @throws Error when one of them cannot be compiled
 */
export async function openDocuments(documents: readonly SuiteEdition[]): Promise<OpenDocuments> {
  const sources = suiteSources(repository);
  const root = await mkdtemp(join(tmpdir(), 'bench-'));
  await using opened = new AsyncDisposableStack();
  opened.defer(() => rm(root, { recursive: true, force: true }));
  await laySuiteOut(documents, await readPool(join(sources.shared, 'pool')), sources, root);
  return await openAll(root, opened.move());
}

async function openAll(root: string, before: AsyncDisposableStack): Promise<OpenDocuments> {
  await using opened = before;
  const { report } = collectDiagnostics();
  const project = await openProject(root, report);
  if (!project) throw new Error('The documents to be measured cannot be opened');
  opened.use(project);
  const compiled: Compiled[] = [];
  for (const name of listEditions(diskFiles(root))) {
    const edition = await compileEdition(name, project, report, () => {});
    if (!edition) throw new Error(`The document "${name}", which is to be measured, cannot be compiled`);
    compiled.push(edition);
  }
  const kept = opened.move();
  return { compiled, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
