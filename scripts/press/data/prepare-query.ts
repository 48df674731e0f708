import type { DuckDBConnection } from '@duckdb/node-api';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { CheckedQuery } from './check-query.ts';
import { exactQuery } from './exact-columns.ts';
import { failed, type QueryFailure } from './query-outcome.ts';
import { queryPlace } from './query-place.ts';
import type { RunnableQuery } from './run-query.ts';
import { substituteFacts } from './substitute-facts.ts';
import { sqlOf } from './syntax-tree.ts';
import type { Cell } from './table.ts';

/** The facts that a query may name. */
export interface NamedFacts {
  /** All their names. */
  readonly names: readonly string[];
  /**
   * The value of one; `range` where it has two; `failed` where it has none, which was reported; undefined where there is
   * no fact of the name.
   */
  valueOf(name: string): Cell | 'range' | 'failed' | undefined;
}

/** For queries that name no fact. */
export const noFacts: NamedFacts = { names: [], valueOf: () => undefined };

/**
 * Makes a checked query ready to run, in two forms: `exact` leaves its outermost divisions to the press, `plain` leaves
 * all to the engine. Both are one where there is no division.
 */
export async function prepareQuery(
  sql: string,
  { statement, facts }: CheckedQuery,
  named: NamedFacts,
  isAggregate: (name: string) => boolean,
  connection: DuckDBConnection,
): Promise<{ readonly exact: RunnableQuery; readonly plain: RunnableQuery } | 'unread' | QueryFailure> {
  const values = new Map<string, Cell>();
  for (const { name, position } of facts) {
    const value = named.valueOf(name);
    if (value === 'failed') return 'unread';
    const at = position === undefined ? undefined : queryPlace(sql, position);
    if (value === 'range') {
      const message = `the fact "${name}" is a range, and a query wants one value`;
      return failed('query-shape', message, 'make a fact of each of its ends, and name those', at);
    }
    if (value === undefined) {
      return failed('fact-unknown', `unknown fact "${name}"`, didYouMean(name, named.names, 'facts'), at);
    }
    values.set(name, value);
  }
  const factOf = (name: string): Cell => values.get(name) ?? { kind: 'missing' };
  const exact = exactQuery(statement, isAggregate);
  const written = async (tree: typeof statement): Promise<string> =>
    tree === statement && facts.length === 0 ? sql : sqlOf(substituteFacts(tree, factOf), connection);
  const plain = { sql: await written(statement), factOf };
  const fractions = exact.columns.length > 0 ? 'left' : exact.fractions;
  return {
    plain: { ...plain, exact: { columns: [], operands: [], fractions } },
    exact: { sql: exact.columns.length === 0 ? plain.sql : await written(exact.statement), factOf, exact },
  };
}
