import { readdir } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Located } from '../read/checked-yaml.ts';
import { findWithin } from '../read/files.ts';
import type { DataPackage, DatasetDescriptor } from '../read/schemas/data-package.ts';
import { type Alarm, clockAlarm } from './alarm.ts';
import { answerQueries, type QueryAnswers } from './answer-queries.ts';
import { checkDigest } from './check-digest.ts';
import { type Copies, noCopies } from './copies.ts';
import type { DataFile } from './data-file.ts';
import { loadDataset } from './load-dataset.ts';
import { macros } from './macros.ts';
import { openEngine } from './open-engine.ts';

/**
 * The datasets of a data package, open for queries. In SQL a dataset is a table of its name; a name with hyphens stands
 * in quotation marks ("mali-civilians-killed") or has underscores in their place (mali_civilians_killed).
 */
export interface Datasets extends QueryAnswers, AsyncDisposable {
  readonly descriptors: ReadonlyMap<string, DatasetDescriptor>;
  /** Those that could not be read, which was reported. */
  readonly unread: ReadonlySet<string>;
}

/** What the datasets take from the world besides their files. */
export interface DataEffects {
  /** Keeps the files that are as they were accepted. */
  readonly copies: Copies;
  /** Stops a query that takes too long. */
  readonly alarm: Alarm;
}

/**
 * Reads every file of a data package into a data engine of its own. What is wrong with a file is reported at its line
 * and column; the other datasets are open all the same.
 *
 * @param root the folder of the files, in the folder of the project: no link of a file may lead out of that
 * @throws Error when the engine does not start or a file cannot be read
 */
export async function openDatasets(
  dataPackage: Located<DataPackage>,
  root: string,
  report: Report,
  { copies, alarm }: DataEffects = { copies: noCopies, alarm: clockAlarm },
): Promise<Datasets> {
  const resources = uniqueResources(dataPackage, report);
  const files = await findFiles(resources, root, report);
  const engine = await openEngine([...files.values()].map(({ path }) => path));
  try {
    await engine.connection.run(macros);
    const unread = new Set<string>();
    for (const resource of resources) {
      const { name } = resource.value;
      const file = files.get(name);
      const held: Parameters<Report>[0][] = [];
      if (file) {
        const { digest, state } = await checkDigest(resource, file, (diagnostic) => held.push(diagnostic));
        if (state === 'accepted') await copies.keep(digest, file.path);
      }
      const state = await loadDataset(resource, file, engine.connection, report);
      if (state === 'faulty') unread.add(name);
      // A file that cannot be read is not to be accepted either.
      else for (const diagnostic of held) report(diagnostic);
    }
    const descriptors = new Map(resources.map(({ value }) => [value.name, value]));
    const answers = answerQueries(engine, descriptors, unread, alarm);
    return { descriptors, unread, ...answers, [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]() };
  } catch (cause) {
    await engine[Symbol.asyncDispose]();
    throw cause;
  }
}

function uniqueResources({ value, at }: Located<DataPackage>, report: Report): readonly Located<DatasetDescriptor>[] {
  const names = new Set<string>();
  return value.resources.flatMap((resource, index) => {
    if (names.has(resource.name)) {
      report({
        rule: 'value-type',
        place: at('resources', index, 'name'),
        message: `there are two datasets "${resource.name}"`,
        cure: 'give one of them another name, or take it out',
      });
      return [];
    }
    names.add(resource.name);
    return [{ value: resource, at: (...path: readonly (string | number)[]) => at('resources', index, ...path) }];
  });
}

/** The files of the datasets by the datasets' names; one that is not there is reported where the data package names it. */
async function findFiles(
  resources: readonly Located<DatasetDescriptor>[],
  root: string,
  report: Report,
): Promise<ReadonlyMap<string, DataFile>> {
  const present = await namesIn(root);
  const found = new Map<string, DataFile>();
  for (const { value, at } of resources) {
    const place = at('path');
    const file = posix.join(posix.dirname(place.file), value.path);
    const format = value.path.endsWith('.parquet') ? 'parquet' : 'csv';
    const data = findWithin(dirname(root), join(basename(root), value.path));
    // The engine opens it by the path where it really is.
    if (data.kind === 'file') found.set(value.name, { path: data.path, file, format });
    else if (data.kind === 'refused') report({ ...data.refusal, place: { file, line: 1, column: 1 } });
    else {
      report({
        rule: 'file-missing',
        place,
        message: `there is no file ${file}`,
        cure: didYouMean(
          value.path,
          present.filter((name) => /\.(csv|parquet)$/.test(name)),
          'tables there',
        ),
      });
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new Error(`listing ${folder} failed: check that this account may read it`, { cause });
  }
}
