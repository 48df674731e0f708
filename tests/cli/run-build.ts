import { join } from 'node:path';
import { type Built, build, check } from '../../scripts/cli/build.ts';
import { silentProgress } from '../../scripts/cli/progress.ts';

const options = { editions: [], jobs: 1, failOnWarning: false, format: 'text' } as const;

/** Builds every edition of a project into its out/. */
export function buildAll(root: string): Promise<Built> {
  return build({ ...options, out: join(root, 'out') }, { root, epoch: undefined, progress: silentProgress });
}

/** What `npm run check` says of a project, a line a diagnostic, without the cures. */
export async function messagesOf(root: string): Promise<readonly string[]> {
  const { diagnostics } = await check({ ...options, out: 'out' }, { root, epoch: undefined, progress: silentProgress });
  return diagnostics.map(({ place, rule, message }) => `${place.file}:${place.line} ${rule} ${message}`);
}
