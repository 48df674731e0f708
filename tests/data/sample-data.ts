import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Alarm, clockAlarm } from '../../scripts/press/data/alarm.ts';
import { noCopies } from '../../scripts/press/data/copies.ts';
import { fileDigest } from '../../scripts/press/data/file-digest.ts';
import { type Datasets, openDatasets } from '../../scripts/press/data/open-datasets.ts';
import { collectDiagnostics, type Diagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { dataPackageSchema } from '../../scripts/press/read/schemas/data-package.ts';

/** A column as tests write it: its type, and its constraints where it has any. */
type Column = string | { readonly type: string; readonly constraints?: Readonly<Record<string, unknown>> };

/** A dataset as tests write it. */
export interface SampleDataset {
  /** The text of its file, or nothing for a file that is not there. */
  readonly csv?: string | Uint8Array;
  /** A SELECT whose answer is its file, as Parquet, or the bytes of that file. */
  readonly parquet?: string | Uint8Array;
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
  messages(): string[];
}

/**
 * Opens datasets; the place of a value in their data package is told by its path: "data/datapackage.yaml:1:1".
 *
 * @param inner a folder within the one that is made, for their files
 */
export async function sampleData(
  samples: Readonly<Record<string, SampleDataset>>,
  alarm: Alarm = clockAlarm,
  inner = '.',
): Promise<SampleData> {
  const whole = await mkdtemp(join(tmpdir(), 'sample-data-'));
  const folder = join(whole, inner);
  await mkdir(folder, { recursive: true });
  for (const [name, { csv, parquet }] of Object.entries(samples)) {
    if (csv !== undefined) await writeFile(join(folder, `${name}.csv`), csv);
    if (typeof parquet === 'string') await writeAnswer(parquet, join(folder, `${name}.parquet`));
    else if (parquet) await writeFile(join(folder, `${name}.parquet`), parquet);
  }
  const hashes = new Map<string, string>();
  for (const file of await readdir(folder)) hashes.set(file, await fileDigest(join(folder, file)));
  const resources = Object.entries(samples).map(([name, sample]) => ({
    name,
    path: fileOf(name, sample),
    ...hashOf(sample, hashes.get(fileOf(name, sample))),
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
  const datasets = await openDatasets({ value, at }, folder, diagnostics.report, { copies: noCopies, alarm });
  return {
    datasets,
    diagnostics,
    folder,
    messages: () =>
      diagnostics
        .list()
        .map(({ place, rule, message }) => `${place.file}:${place.line}:${place.column} ${rule} ${message}`),
    async [Symbol.asyncDispose]() {
      await datasets[Symbol.asyncDispose]();
      await rm(whole, { recursive: true });
    },
  };
}

function fileOf(name: string, { parquet }: SampleDataset): string {
  return parquet === undefined ? `${name}.csv` : `${name}.parquet`;
}

function hashOf(sample: SampleDataset, own: string | undefined): { readonly hash?: string } {
  const hash = 'hash' in sample ? sample.hash : own;
  return hash === undefined ? {} : { hash };
}

/** Writes the answer to a query as a file of Parquet, or of CSV where its name says so. */
export async function writeAnswer(query: string, file: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${file}' (format ${file.endsWith('.csv') ? 'csv, header' : 'parquet'})`);
  connection.closeSync();
  instance.closeSync();
}
