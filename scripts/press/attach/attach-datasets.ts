import { createHash } from 'node:crypto';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/index.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import type { DataPackage } from '../read/schemas/data-package.ts';
import type { DatasetInUse } from './datasets-in-use.ts';

/** The name of the file that describes the attached datasets, as Frictionless tools look for it. */
export const packageName = 'datapackage.json';

/**
 * The datasets of an edition as files for its PDF: each as a CSV, then one descriptor of all. Taken out together they
 * are a data package (https://specs.frictionlessdata.io/data-package/).
 */
export function attachDatasets(
  inUse: readonly DatasetInUse[],
  { value: { name, title } }: Located<DataPackage>,
  edition: Edition,
  report: Report,
): readonly Attachment[] {
  if (inUse.length === 0) return [];
  for (const { dataset } of inUse) {
    if (dataset.value.licenses !== undefined) continue;
    report({
      rule: 'license-missing',
      place: dataset.at(),
      message: `the dataset "${dataset.value.name}" does not say under which license it may be passed on`,
      cure: 'write "licenses" with the name of the license that its source gives',
    });
  }
  const word = (label: string, values: Readonly<Record<string, string>>) =>
    fillLabel(edition.labels, label, values, edition.meta.at(), report);
  const tables = inUse.map(({ dataset, file, csv, extent }): Attachment => {
    const label = extent === 'whole' ? 'attached-whole' : 'attached-rows';
    const description = word(label, { title: dataset.value.title });
    return { name: file, mediaType: 'text/csv', description, relationship: 'Data', bytes: csv };
  });
  const descriptor = {
    profile: 'tabular-data-package',
    ...{ name, title },
    resources: inUse.map((one) => resourceOf(one, word('rows-in-use', {}))),
  };
  return [
    ...tables,
    {
      name: packageName,
      mediaType: 'application/json',
      description: word('attached-package', {}),
      relationship: 'Data',
      bytes: new TextEncoder().encode(`${JSON.stringify(descriptor, null, 2)}\n`),
    },
  ];
}

/** The descriptor of a dataset, with what a tool needs to read and check the attached file. */
function resourceOf({ dataset, file, csv, extent }: DatasetInUse, rowsInUse: string) {
  const { attach: _, description, ...resource } = dataset.value;
  const said = [description, ...(extent === 'whole' ? [] : [`(${rowsInUse})`])].filter((part) => part !== undefined);
  return {
    profile: 'tabular-data-resource',
    ...resource,
    path: file,
    ...(said.length > 0 && { description: said.join(' ') }),
    ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', bytes: csv.length },
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
  };
}
