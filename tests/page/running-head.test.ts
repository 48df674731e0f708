import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { finalProject, type SmallProject, smallProject } from '../small-project.ts';

/** The running head of an edition, as its stylesheet has it. */
async function runningHead(project: Promise<SmallProject>, edition: string): Promise<string | undefined> {
  await using small = await project;
  const { report } = collectDiagnostics();
  await using open = await openProject(small.root, report);
  const compiled = open && (await compileEdition(edition, open, report, () => {}));
  const css = new TextDecoder().decode(compiled?.compose(new Map()).resources.get('styles.css')?.bytes);
  return /--running-head: "(.*)";/.exec(css)?.[1];
}

test('the running head says what a page is of that is not the partners’ own', async () => {
  expect(await runningHead(smallProject(), 'mali-small')).toMatch(/^Factsheet: .+ · Reconstruction$/);
  const draft = {
    'content/mali-small/edition.yaml': (text: string) => text.replace('status: reconstruction', 'status: draft'),
  };
  expect(await runningHead(smallProject(draft), 'mali-small')).toMatch(/^Proof, not for publication · .+$/);
});

test('that of a final edition says its title alone', async () => {
  expect(await runningHead(finalProject(), 'fictonia')).toMatch(/^Factsheet: [^·]+$/);
});
