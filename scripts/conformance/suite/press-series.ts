import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { press } from '../../cli/build.ts';
import { silentProgress } from '../../cli/progress.ts';
import { tellDiagnostics } from '../../cli/tell-diagnostics.ts';
import type { Pressed } from '../../press/index.ts';

/**
 * Presses the editions of the series anew, and holds them against what npm run pdf has left in out/.
 *
 * @throws Error when an edition has errors, or out/ holds another PDF than the one that its files give
 */
export async function pressSeries(repository: string, jobs = 2): Promise<readonly Pressed[]> {
  const options = { editions: [], out: 'out', jobs, failOnWarning: false, format: 'text' } as const;
  const world = { root: repository, epoch: process.env.SOURCE_DATE_EPOCH, progress: silentProgress };
  const { ok, pressed, diagnostics } = await press(options, world);
  if (!ok) throw new Error(`The editions have errors:\n${tellDiagnostics(diagnostics, 'text')}`);
  for (const { name, pdf } of pressed) {
    const built = await readFile(join(repository, 'out', `${name}.pdf`)).catch(() => undefined);
    if (!built?.equals(pdf)) {
      const what = built ? 'is not what the edition’s files give now' : 'is not there';
      throw new Error(`out/${name}.pdf ${what}: build the editions first with npm run pdf`);
    }
  }
  return pressed;
}
