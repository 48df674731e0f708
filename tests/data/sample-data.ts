import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '../../scripts/press/data/file-digest.ts';
import { type Datasets, openDatasets } from '../../scripts/press/data/open-datasets.ts';
import { collectDiagnostics, type Diagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { dataPackageSchema } from '../../scripts/press/read/schemas/data-package.ts';

/** A column as tests write it: its type, and its constraints where it has any. */
type Column = string | { readonly type: string; readonly constraints?: Readonly<Record<string, unknown>> };

/** A dataset as tests write it. */
export interface SampleDataset {
  /** The text of its file, or nothing for a file that is not there. */
  readonly csv?: string | Uint8Array;
  readonly columns: Readonly<Record<string, Column>>;
  readonly dated_by?: string;
  readonly primaryKey?: string | string[];
  readonly missingValues?: string[];
  /** Another digest than that of its file, or none. */
  readonly hash?: string | undefined;
}

/** Datasets over files in a folder of their own, which goes when they close. */
export interface SampleData extends AsyncDisposable {
  readonly datasets: Datasets;
  readonly diagnostics: Diagnostics;
  readonly folder: string;
  /** What was reported, one line each: "data/a.csv:2:3 cell-type message". */
  told(): string[];
}

/** Opens datasets; the place of a value in their data package is told by its path: "data/datapackage.yaml:1:1". */
export async function sampleData(samples: Readonly<Record<string, SampleDataset>>): Promise<SampleData> {
  const folder = await mkdtemp(join(tmpdir(), 'sample-data-'));
  for (const [name, { csv }] of Object.entries(samples)) {
    if (csv !== undefined) await writeFile(join(folder, `${name}.csv`), csv);
  }
  const resources = Object.entries(samples).map(([name, sample]) => ({
    name,
    path: `${name}.csv`,
    ...hashOf(sample),
    title: name,
    sources: [{ title: 'a source' }],
    licenses: [{ name: 'facts' }],
    retrieved: '2022',
    ...(sample.dated_by !== undefined && { dated_by: sample.dated_by }),
    schema: {
      fields: Object.entries(sample.columns).map(([column, kind]) =>
        typeof kind === 'string' ? { name: column, type: kind } : { name: column, ...kind },
      ),
      ...(sample.primaryKey !== undefined && { primaryKey: sample.primaryKey }),
      ...(sample.missingValues !== undefined && { missingValues: sample.missingValues }),
    },
  }));
  const value = dataPackageSchema.parse({ name: 'sample', title: 'Sample', resources });
  const diagnostics = collectDiagnostics();
  const at = (...path: readonly (string | number)[]) => ({
    file: 'data/datapackage.yaml',
    line: 1,
    column: path.length + 1,
  });
  const datasets = await openDatasets({ value, at }, folder, diagnostics.report);
  return {
    ...{ datasets, diagnostics, folder },
    told: () =>
      diagnostics
        .list()
        .map(({ place, rule, message }) => `${place.file}:${place.line}:${place.column} ${rule} ${message}`),
    async [Symbol.asyncDispose]() {
      await datasets[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

function hashOf(sample: SampleDataset): { readonly hash?: string } {
  if ('hash' in sample) return sample.hash === undefined ? {} : { hash: sample.hash };
  return sample.csv === undefined ? {} : { hash: digestOf(Buffer.from(sample.csv)) };
}
