import { check } from '../scripts/cli/build.ts';
import { silentProgress } from '../scripts/cli/progress.ts';
import { tellDiagnostics } from '../scripts/cli/tell-diagnostics.ts';
import type { Diagnostic } from '../scripts/press/diagnostics/diagnostic.ts';
import { type Change, seriesWith, smallProject, together } from './small-project.ts';

/** What `npm run check` says of the small edition with changes by path. */
export async function checkOutput(changes: Readonly<Record<string, Change>>): Promise<string> {
  await using project = await smallProject(changes);
  return tellDiagnostics(await found(project.root), 'text');
}

/**
 * What `npm run check` says of the small edition with several sets of changes at once. It is checked when a test first asks,
 * and once for all of them.
 */
export function checkOutputTogether(all: readonly Readonly<Record<string, Change>>[]): () => Promise<string> {
  let output: Promise<string> | undefined;
  return () => {
    output ??= checkOutput(together(all));
    return output;
  };
}

/** What it finds in tests/editions/record, which prints the published record over this repository's own data. */
export async function foundInRecord(changes: Readonly<Record<string, Change>> = {}): Promise<readonly Diagnostic[]> {
  await using project = await seriesWith('tests/editions/record', changes);
  return await found(project.root);
}

async function found(root: string): Promise<readonly Diagnostic[]> {
  const options = { editions: [], out: 'out', jobs: 1, failOnWarning: false, format: 'text' } as const;
  const { diagnostics } = await check(options, { root, epoch: undefined, progress: silentProgress });
  return diagnostics;
}
