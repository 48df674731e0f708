import { check } from '../../scripts/cli/build.ts';
import { silentProgress } from '../../scripts/cli/progress.ts';
import { collectDiagnostics, type Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition, pressEdition } from '../../scripts/press/index.ts';
import type { Printer } from '../../scripts/press/print/open-browser.ts';
import { openProject } from '../../scripts/press/project.ts';
import { wellsProject } from '../small-project.ts';

/** Says what the press says of the edition of wells with an example laid over it. */
export type Say = (changes: Readonly<Record<string, string>>) => Promise<readonly Diagnostic[]>;

/** What `npm run check` says. */
export const whenChecked: Say = async (changes) => {
  await using laid = await wellsProject(changes);
  const options = { editions: [], jobs: 1, failOnWarning: false, format: 'text', out: 'out' } as const;
  const { diagnostics } = await check(options, { root: laid.root, epoch: undefined, progress: silentProgress });
  return diagnostics;
};

/** What `npm run pdf` says, by a browser that many examples share: starting one for each would take most of the time. */
export function whenPrinted(printer: Printer): Say {
  return async (changes) => {
    await using laid = await wellsProject(changes);
    const diagnostics = collectDiagnostics();
    const { report } = diagnostics;
    await using project = await openProject(laid.root, report);
    const edition = project && (await compileEdition('wells', project, report, () => {}));
    if (edition && !diagnostics.failed) {
      await pressEdition(edition, printer, { epoch: undefined, report, onStage: () => {} });
    }
    return diagnostics.list();
  };
}
