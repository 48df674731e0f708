import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { clockAlarm } from '../../../press/data/alarm.ts';
import { answerQueries } from '../../../press/data/answer-queries.ts';
import { loadDataset } from '../../../press/data/load-dataset.ts';
import { macros } from '../../../press/data/macros.ts';
import type { Datasets } from '../../../press/data/open-datasets.ts';
import { type Engine, openEngine } from '../../../press/data/open-engine.ts';
import { type NamedFacts, noFacts } from '../../../press/data/prepare-query.ts';
import { quoteName } from '../../../press/data/quote-sql.ts';
import type { Report } from '../../../press/diagnostics/diagnostic.ts';
import type { Located } from '../../../press/read/checked-yaml.ts';
import type { DataPackage, DatasetDescriptor } from '../../../press/read/schemas/data-package.ts';

/** The datasets of a project in one engine, of which one at a time is another file than it was. */
export interface LabData extends AsyncDisposable {
  /**
   * The datasets with another file for one of them, as if its digest had been accepted. Those that were given before are
   * dead from then on.
   *
   * @param report hears what is wrong with the file
   */
  with(change: { readonly dataset: string; readonly bytes: Uint8Array } | undefined, report: Report): Promise<Datasets>;
}

/** Opens a copy of the datasets in a folder; the folder itself stays as it is. */
export async function openLabData(dataPackage: Located<DataPackage>, folder: string): Promise<LabData> {
  const copy = await mkdtemp(join(tmpdir(), 'press-lab-'));
  await cp(folder, copy, { recursive: true });
  const resources = dataPackage.value.resources.map((value, index): Located<DatasetDescriptor> => {
    return { value, at: (...path) => dataPackage.at('resources', index, ...path) };
  });
  const engine = await openEngine(resources.map(({ value }) => join(copy, value.path)));
  const { connection } = engine;
  await connection.run(macros);
  const unread = new Set<string>();
  const load = async (resource: Located<DatasetDescriptor>, report: Report): Promise<void> => {
    const { name, path } = resource.value;
    const format = path.endsWith('.parquet') ? ('parquet' as const) : ('csv' as const);
    const state = await loadDataset(
      resource,
      { path: join(copy, path), file: `data/${path}`, format },
      connection,
      report,
    );
    if (state === 'faulty') unread.add(name);
    else unread.delete(name);
  };
  for (const resource of resources) await load(resource, () => {});
  const descriptors = new Map(resources.map(({ value }) => [value.name, value]));
  const reuse = reusedConnections(engine);
  let changed: Located<DatasetDescriptor> | undefined;
  return {
    async with(change, report) {
      if (changed && changed.value.name !== change?.dataset) {
        const { path } = changed.value;
        await cp(join(folder, path), join(copy, path));
        await load(changed, () => {});
      }
      changed = resources.find(({ value }) => value.name === change?.dataset);
      if (changed && change) {
        await writeFile(join(copy, changed.value.path), change.bytes);
        await load(changed, report);
      }
      const answers = answerQueries(await reuse(), descriptors, unread, clockAlarm);
      return { descriptors, unread, ...answers, [Symbol.asyncDispose]: async () => {} };
    },
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      await rm(copy, { recursive: true, force: true });
    },
  };
}

/** The engine over and over: its further connections are given again, without the views that they had. */
function reusedConnections(engine: Engine): () => Promise<Engine> {
  const opened: DuckDBConnection[] = [];
  return async () => {
    let next = 0;
    for (const connection of opened) {
      const views = await connection.runAndReadAll(
        'select view_name from duckdb_views() where temporary and not internal',
      );
      for (const [view] of views.getRowsJS()) await connection.run(`drop view temp.${quoteName(String(view))}`);
    }
    return {
      ...engine,
      async connect() {
        const connection = opened[next] ?? (await engine.connect());
        opened[next] = connection;
        next += 1;
        return connection;
      },
    };
  };
}

/** Remembers what queries answered while the datasets that they read were as they are in the project. */
interface RememberedAnswers {
  /** The datasets, asked only what is not known, or what rests on the one that is changed. */
  of(datasets: Datasets, changed: string | undefined): Datasets;
}

export function rememberedAnswers(): RememberedAnswers {
  const known = new Map<string, unknown>();
  const readings = new Map<string, ReturnType<Datasets['read']>>();
  const readBy = new Map<string, ReadonlySet<string>>();
  const factsBy = new Map<string, readonly string[]>();
  return {
    of(datasets, changed) {
      /** The facts that a query names are written in it. */
      const factsIn = async (sql: string): Promise<readonly string[]> => {
        const named = factsBy.get(sql) ?? (await datasets.factsIn(sql));
        factsBy.set(sql, named);
        return named;
      };
      /** The datasets that a query reads: the same whatever stands in them. */
      const reads = async (sql: string, facts: NamedFacts): Promise<ReadonlySet<string>> => {
        const before = readBy.get(sql);
        if (before) return before;
        const found = new Set((await datasets.rowsInUse(sql, new Set(), facts)).keys());
        readBy.set(sql, found);
        return found;
      };
      const answer = async <Result>(
        question: readonly unknown[],
        sql: string,
        facts: NamedFacts,
        ask: () => Promise<Result>,
      ): Promise<Result> => {
        const named = await factsIn(sql);
        const values = named.map((name) => [name, facts.valueOf(name)]);
        const isStale = changed !== undefined && (await reads(sql, facts)).has(changed);
        if (isStale) return await ask();
        const key = JSON.stringify([question, sql, values]);
        if (!known.has(key)) known.set(key, await ask());
        return known.get(key) as Result;
      };
      return {
        ...datasets,
        factsIn,
        /** How a query is read turns on its words and the descriptors alone. */
        read(sql) {
          const reading = readings.get(sql) ?? datasets.read(sql);
          readings.set(sql, reading);
          return reading;
        },
        query: (sql, until, facts = noFacts) =>
          answer(['query', until], sql, facts, () => datasets.query(sql, until, facts)),
        rowsInUse: (sql, wanted, facts = noFacts) =>
          answer(['rows', [...wanted]], sql, facts, () => datasets.rowsInUse(sql, wanted, facts)),
      };
    },
  };
}
