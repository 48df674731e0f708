import { join } from 'node:path';
import { build, check } from '../../scripts/cli/build.ts';
import type { Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { wellsProject } from '../small-project.ts';

const silent = { of: () => () => {}, done: () => {}, say: () => {}, end: () => {} };

/** What the press says of the edition of wells with an example laid over it. */
export async function foundIn(
  changes: Readonly<Record<string, string>>,
  how: 'checked' | 'printed',
): Promise<readonly Diagnostic[]> {
  await using project = await wellsProject(changes);
  const { root } = project;
  const options = { editions: [], jobs: 1, failOnWarning: false, format: 'text', out: join(root, 'out') } as const;
  const run = how === 'checked' ? check : build;
  const { diagnostics } = await run(options, { root, epoch: undefined, progress: silent });
  return diagnostics;
}
