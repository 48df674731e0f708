import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { press } from '../../cli/build.ts';
import { silentProgress } from '../../cli/progress.ts';
import { tellDiagnostics } from '../../cli/tell-diagnostics.ts';
import type { Pressed } from '../../press/index.ts';
import { laySuiteOut, type SuiteSources } from './lay-out-suite.ts';
import { readPool } from './pool.ts';
import type { SuiteEdition } from './suite-edition.ts';

/** Says nothing. */
/**
 * Presses editions of the suite, from their files to finished PDFs, by all stages of the press.
 *
 * @throws Error when an edition has errors: the suite is to be right but for what it tests
 */
export async function pressSuite(
  editions: readonly SuiteEdition[],
  sources: SuiteSources,
  jobs = 2,
): Promise<readonly Pressed[]> {
  const pool = await readPool(join(sources.shared, 'pool'));
  const root = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    await laySuiteOut(editions, pool, sources, root);
    const options = { editions: [], out: 'out', jobs, failOnWarning: false, format: 'text' } as const;
    const { ok, pressed, diagnostics } = await press(options, { root, epoch: undefined, progress: silentProgress });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (!ok) throw new Error(`The conformance suite has errors of its own:\n${tellDiagnostics(errors, 'text')}`);
    return pressed;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
