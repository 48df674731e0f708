import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laySuiteOut } from '../../conformance/suite/lay-out-suite.ts';
import { readPool } from '../../conformance/suite/pool.ts';
import { suiteSources } from '../../conformance/suite/whole-suite.ts';
import { longDocument } from '../finish/long-document.ts';

/** Folders that a bench may save in, as long as this is open. */
export interface LaidProjects extends AsyncDisposable {
  readonly roots: readonly string[];
}

const repository = join(import.meta.dirname, '../../..');
/** Pages, about, of the long documents that are measured besides the editions of the series. */
const sizes = [50];

/** Lays out a copy of the series, and a project of long documents. */
export async function layProjectsOut(): Promise<LaidProjects> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await using laid = new AsyncDisposableStack();
  laid.defer(() => rm(folder, { recursive: true, force: true }));
  const [series, long] = [join(folder, 'series'), join(folder, 'long')];
  for (const part of ['content', 'data', 'templates', 'styles']) {
    await cp(join(repository, part), join(series, part), { recursive: true });
  }
  const sources = suiteSources(repository);
  await laySuiteOut(sizes.map(longDocument), await readPool(join(sources.shared, 'pool')), sources, long);
  const kept = laid.move();
  return { roots: [series, long], [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
