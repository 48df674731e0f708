import { isDeepStrictEqual } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import type { Alarm } from './alarm.ts';
import { type CheckedQuery, checkQuery } from './check-query.ts';
import { csvOfTable } from './csv-of-table.ts';
import { type CutOff, cutOffAfter } from './cut-off.ts';
import type { Engine } from './open-engine.ts';
import { type NamedFacts, noFacts, prepareQuery } from './prepare-query.ts';
import { withCure } from './query-cures.ts';
import type { Answer, QueryFailure, QueryOutcome } from './query-outcome.ts';
import { type QueryReading, readQuery } from './query-tree.ts';
import { type RowsBehind, rowsBehind } from './rows-behind.ts';
import { type RowsInUse, rowsInUse } from './rows-in-use.ts';
import { bindQuery, type RunnableQuery, runQuery } from './run-query.ts';
import { substituteFacts } from './substitute-facts.ts';
import { isSyntaxNode } from './syntax-tree.ts';
import type { Cell } from './table.ts';

/** What can be asked of datasets that are open. A query is one SELECT, in the engine's SQL. */
export interface QueryAnswers {
  /**
   * Answers one SELECT. Rows come in the order that it asks for, else in that of the file.
   *
   * @param until the data cut-off as a year, a month or a day: an answer that rests on later rows says so
   * @param facts the facts that it may name
   */
  query(sql: string, until?: string, facts?: NamedFacts): Promise<QueryOutcome>;
  /** What a query says before it runs; undefined where it cannot be read, which `query` tells. */
  read(sql: string): Promise<QueryReading | undefined>;
  /** The facts that a query names; none where it cannot be read, which `query` tells. */
  factsIn(sql: string): Promise<readonly string[]>;
  /**
   * The rows of each dataset that a query rests on; of none where it cannot be read, which `query` tells.
   *
   * @param wanted the datasets whose rows are asked for one by one: of the others that it reads, all count
   * @param facts the facts that it may name
   */
  rowsInUse(sql: string, wanted: ReadonlySet<string>, facts?: NamedFacts): Promise<ReadonlyMap<string, RowsInUse>>;
  /** A dataset as a CSV, whole or some of its rows: for one whose own file is none. */
  csvOf(dataset: string, rows: RowsInUse): Promise<Uint8Array>;
  /**
   * The rows of each dataset that a query rests on, with their cells.
   *
   * @param most how many of each dataset are given; all are counted
   * @param facts the facts that it may name, whose own rows are not among them
   */
  rowsBehind(sql: string, most: number, facts?: NamedFacts): Promise<ReadonlyMap<string, RowsBehind>>;
}

/**
 * Answers queries over the tables of an engine. They wait for one another: a connection answers one at a time, and the
 * engine has one thread.
 *
 * @param unread the datasets that could not be read
 * @param alarm stops a query that takes too long
 */
export function answerQueries(
  engine: Engine,
  descriptors: ReadonlyMap<string, DatasetDescriptor>,
  unread: ReadonlySet<string>,
  alarm: Alarm,
): QueryAnswers {
  const { connection } = engine;
  const known = new Map(
    [...descriptors.keys()].flatMap((name) => [
      [name.replaceAll('-', '_'), name],
      [name, name],
    ]),
  );
  const cutOffs = new Map<string, CutOff>();
  const checks = new Map<string, CheckedQuery | QueryFailure>();
  let aggregates: ReadonlySet<string> | undefined;

  const readings = new Map<string, QueryReading>();
  const columnsOf = (dataset: string): readonly string[] =>
    descriptors.get(dataset)?.schema.fields.map(({ name }) => name) ?? [];

  const check = async (sql: string): Promise<CheckedQuery | QueryFailure> => {
    const checked = checks.get(sql) ?? (await checkQuery(sql, known, connection));
    checks.set(sql, checked);
    return checked;
  };
  const answer: QueryAnswers['query'] = async (sql, until, facts = noFacts): Promise<QueryOutcome> => {
    const checked = await check(sql);
    if (checked.kind === 'failed') return checked;
    if (groupsByAll(checked)) aggregates ??= await aggregateFunctions(connection);
    const ready = await prepareQuery(sql, checked, facts, (name) => aggregates?.has(name) ?? false, connection);
    if (ready !== 'unread' && 'kind' in ready) return ready;
    if (ready === 'unread' || [...checked.datasets].some((name) => unread.has(name))) {
      return (await bindQuery(sql, connection)) ?? { kind: 'unread' };
    }
    const outcome = await run(ready, sql, connection, alarm);
    if (outcome.kind === 'failed' || until === undefined) return outcome;
    const cutOff = cutOffs.get(until) ?? (await cutOffAfter(until, descriptors.values(), engine));
    cutOffs.set(until, cutOff);
    const late = [...checked.datasets].filter((name) => cutOff.late.has(name));
    if (late.length === 0) return outcome;
    const upTo = await run(ready, sql, cutOff.connection, alarm);
    if (upTo.kind === 'failed' && upTo.rule === 'query-limit') return upTo;
    return isDeepStrictEqual(upTo, outcome) ? outcome : { ...outcome, kind: 'late', datasets: late };
  };

  const withCures = async (sql: string, outcome: QueryOutcome): Promise<QueryOutcome> => {
    if (outcome.kind !== 'failed') return outcome;
    const checked = await check(sql);
    const read = checked.kind === 'failed' ? [] : [...checked.datasets];
    return withCure(outcome, sql, { datasets: descriptors.keys(), columns: read.flatMap(columnsOf) });
  };

  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const mine = before.then(act);
    before = mine.catch(() => undefined);
    return mine;
  };
  return {
    query: (sql, until, facts) => inTurn(async () => withCures(sql, await answer(sql, until, facts))),
    read: (sql) =>
      inTurn(async () => {
        const checked = await check(sql);
        if (checked.kind === 'failed') return undefined;
        const reading = readings.get(sql) ?? readQuery(checked.statement, known, columnsOf);
        readings.set(sql, reading);
        return reading;
      }),
    factsIn: (sql) =>
      inTurn(async () => {
        const checked = await check(sql);
        return checked.kind === 'failed' ? [] : [...new Set(checked.facts.map(({ name }) => name))];
      }),
    rowsInUse: (sql, wanted, facts = noFacts) =>
      inTurn(async () => {
        const checked = await check(sql);
        if (checked.kind === 'failed') return new Map();
        if (checked.datasets.isDisjointFrom(wanted)) return new Map([...checked.datasets].map((name) => [name, 'all']));
        return rowsInUse(substituteFacts(checked.statement, valuesOf(facts)), known, wanted, connection);
      }),
    csvOf: (dataset, rows) => inTurn(() => csvOfTable(dataset, rows, connection)),
    rowsBehind: (sql, most, facts = noFacts) =>
      inTurn(async () => {
        const checked = await check(sql);
        if (checked.kind === 'failed') return new Map();
        return rowsBehind(substituteFacts(checked.statement, valuesOf(facts)), known, most, connection);
      }),
  };
}

/**
 * Runs a query with its outermost divisions left to the press. What only the engine can do as a whole (where a condition
 * keeps it from computing an operand, say) it does as a whole.
 */
async function run(
  { exact, plain }: { readonly exact: RunnableQuery; readonly plain: RunnableQuery },
  sql: string,
  connection: DuckDBConnection,
  alarm: Alarm,
): Promise<Answer | QueryFailure> {
  const outcome = await runQuery(exact, connection, alarm);
  const isEnd = ({ kind, ...failure }: Answer | QueryFailure) =>
    kind === 'table' || ('rule' in failure && failure.rule === 'query-limit');
  if (isEnd(outcome) || exact.sql === sql) return outcome;
  const whole = exact.sql === plain.sql ? outcome : await runQuery(plain, connection, alarm);
  if (isEnd(whole) || plain.sql === sql) return whole;
  // Places are those of what the author wrote.
  return (await bindQuery(sql, connection)) ?? (whole.kind === 'failed' ? { ...whole, at: undefined } : whole);
}

/** The value of each fact, or nothing where it has none: then its query has no answer, and no row is printed by it. */
function valuesOf(facts: NamedFacts): (name: string) => Cell {
  return (name) => {
    const value = facts.valueOf(name);
    return typeof value === 'object' ? value : { kind: 'missing' };
  };
}

function groupsByAll({ statement }: CheckedQuery): boolean {
  return isSyntaxNode(statement.node) && statement.node.aggregate_handling === 'FORCE_AGGREGATES';
}

/** Only GROUP BY ALL has to know them, and the engine takes long to list them. */
async function aggregateFunctions(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const answer = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where function_type = 'aggregate'",
  );
  return new Set(answer.getRowsJS().map(([name]) => String(name)));
}
