import type { Datasets } from '../../press/data/open-datasets.ts';
import { type NamedFacts, noFacts } from '../../press/data/prepare-query.ts';

/** Remembers what queries answered while the datasets that they read were as they are in the project. */
export interface RememberedAnswers {
  /** The datasets, asked only what is not known, or what rests on the one that is changed. */
  of(datasets: Datasets, changed: string | undefined): Datasets;
}

export function rememberedAnswers(): RememberedAnswers {
  const known = new Map<string, unknown>();
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
        query: (sql, until, facts = noFacts) =>
          answer(['query', until], sql, facts, () => datasets.query(sql, until, facts)),
        rowsInUse: (sql, wanted, facts = noFacts) =>
          answer(['rows', [...wanted]], sql, facts, () => datasets.rowsInUse(sql, wanted, facts)),
      };
    },
  };
}
