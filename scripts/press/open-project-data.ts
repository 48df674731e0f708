import { join } from 'node:path';
import { clockAlarm } from './data/alarm.ts';
import { diskCopies } from './data/copies.ts';
import { type Datasets, openDatasets } from './data/open-datasets.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { checkDeclaredTotals } from './numbers/totals.ts';
import { mapFiles } from './read/atlas.ts';
import type { Located } from './read/checked-yaml.ts';
import { diskFiles, sourceIn } from './read/files.ts';
import type { DataPackage } from './read/schemas/data-package.ts';

/**
 * Opens the datasets of a project's data/ and holds them against their declared totals.
 *
 * @param kept the folder in which the press keeps the files that are as they were accepted
 */
export async function openProjectData(
  root: string,
  dataPackage: Located<DataPackage>,
  kept: string,
  report: Report,
): Promise<Datasets> {
  const files = diskFiles(root);
  // Maps read them where there are any, and have nobody to tell.
  for (const file of mapFiles) {
    const refusal = files.refusal(file, 'file');
    if (refusal) report(refusal);
  }
  const datasets = await openDatasets(dataPackage, join(root, 'data'), report, {
    copies: diskCopies(kept),
    alarm: clockAlarm,
  });
  await checkDeclaredTotals(dataPackage, datasets, (file) => sourceIn(files, file), report);
  return datasets;
}
