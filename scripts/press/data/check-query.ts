import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { failed, type QueryFailure } from './query-outcome.ts';
import { queryPlace } from './query-place.ts';
import { tableFunctions, unstableFunctions, unstableWords } from './unstable-functions.ts';

/** A query that may be run. */
export interface CheckedQuery {
  readonly kind: 'checked';
  /** The datasets that it reads, by name. */
  readonly datasets: ReadonlySet<string>;
}

const parsedShape = z.object({
  error: z.boolean(),
  error_type: z.string().optional(),
  error_message: z.string().optional(),
  position: z.coerce.number().optional(),
  statements: z.array(z.unknown()).default([]),
});

/** A node of the engine's syntax tree, as far as the check looks at it. */
type Node = Readonly<Record<string, unknown>>;

/** What is gathered on the way through a tree. */
interface Walk {
  readonly sql: string;
  /** Datasets by each name that a query may use: with hyphens, and with underscores. */
  readonly known: ReadonlyMap<string, string>;
  readonly local: ReadonlySet<string>;
  readonly datasets: Set<string>;
}

/**
 * Looks at a query before it runs: it is one SELECT over datasets, and its answer is decided by them alone, today,
 * tomorrow and on every machine.
 */
export async function checkQuery(
  sql: string,
  known: ReadonlyMap<string, string>,
  connection: DuckDBConnection,
): Promise<CheckedQuery | QueryFailure> {
  const answer = await connection.runAndReadAll(
    'select json_serialize_sql($sql::varchar, skip_null := true, skip_empty := true, skip_default := true)',
    { sql },
  );
  const parsed = parsedShape.parse(JSON.parse(String(answer.getRowsJS()[0]?.[0])));
  const oneSelect = 'write one SELECT over the datasets';
  if (parsed.error) {
    const at = parsed.position === undefined ? undefined : queryPlace(sql, parsed.position);
    return parsed.error_type === 'not implemented'
      ? failed('query-fails', 'the query is not a SELECT', oneSelect)
      : failed('query-fails', `the query fails: ${parsed.error_message ?? 'it cannot be read'}`, 'correct its SQL', at);
  }
  if (parsed.statements.length !== 1) {
    const count = parsed.statements.length === 0 ? 'no statement' : `${parsed.statements.length} statements`;
    return failed('query-fails', `the query holds ${count}`, oneSelect);
  }
  const walk: Walk = { sql, known, local: localTables(parsed.statements), datasets: new Set() };
  return findFault(parsed.statements, walk) ?? { kind: 'checked', datasets: walk.datasets };
}

/** The names that the query itself gives to tables, by WITH. None of them is a path, so none opens a file. */
function localTables(tree: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const map = isNode(node.cte_map) ? node.cte_map.map : undefined;
    if (Array.isArray(map)) for (const entry of map) if (isNode(entry)) names.add(lowerName(entry.key));
    if (typeof node.cte_name === 'string') names.add(lowerName(node.cte_name));
    return undefined;
  });
  return new Set([...names].filter((name) => !/[./\\]/.test(name)));
}

function findFault(tree: unknown, walk: Walk): QueryFailure | undefined {
  return visit(tree, (node) => {
    const at = typeof node.query_location === 'number' ? queryPlace(walk.sql, node.query_location) : undefined;
    if (node.sample !== undefined) return unstable('a sample is drawn by chance', at);
    if (node.class === 'PARAMETER')
      return failed('query-fails', 'the query has a gap ($1 or ?)', 'write the value', at);
    switch (node.type) {
      case 'BASE_TABLE':
        return tableFault(node, walk, at);
      case 'SHOW_REF':
        return failed('query-fails', 'the query is not a SELECT', 'write one SELECT over the datasets', at);
      case 'TABLE_FUNCTION':
        return tableFunctionFault(node, at);
      case 'COLUMN_REF':
        return wordFault(node, at);
      default:
        return typeof node.function_name === 'string' ? functionFault(node, node.function_name, at) : undefined;
    }
  });
}

function tableFault(node: Node, { known, local, datasets }: Walk, at: QueryFailure['at']): QueryFailure | undefined {
  const name = String(node.table_name);
  const dataset = known.get(lowerName(name));
  if (node.schema_name !== undefined || node.catalog_name !== undefined) {
    const whole = [node.catalog_name, node.schema_name, name].filter((part) => part !== undefined).join('.');
    return failed('dataset-unknown', `unknown dataset "${whole}"`, 'write the name of a dataset alone', at);
  }
  if (local.has(lowerName(name))) {
    // A local table may hide a dataset of its name: then the dataset counts as read, which is the safe side.
    if (dataset !== undefined) datasets.add(dataset);
    return undefined;
  }
  if (dataset === undefined) {
    const names = name.includes('-') ? known.values() : known.keys().filter((one) => !one.includes('-'));
    return failed('dataset-unknown', `unknown dataset "${name}"`, didYouMean(name, new Set(names), 'datasets'), at);
  }
  datasets.add(dataset);
  return undefined;
}

function tableFunctionFault(node: Node, at: QueryFailure['at']): QueryFailure | undefined {
  const name = isNode(node.function) ? lowerName(node.function.function_name) : '';
  if (tableFunctions.has(name)) return undefined;
  return failed('query-fails', `the query reads "${name}", which is not a dataset`, 'read the datasets alone', at);
}

function functionFault(node: Node, written: string, at: QueryFailure['at']): QueryFailure | undefined {
  const name = lowerName(written);
  // age(x) counts up to today, age(x, y) does not.
  const fromToday = name === 'age' && Array.isArray(node.children) && node.children.length === 1;
  return fromToday || unstableFunctions.has(name) ? unstable(`${written}() is not decided by the data`, at) : undefined;
}

function wordFault(node: Node, at: QueryFailure['at']): QueryFailure | undefined {
  const names: readonly unknown[] = Array.isArray(node.column_names) ? node.column_names : [];
  const name = names.length === 1 ? String(names[0]) : '';
  return unstableWords.has(lowerName(name)) ? unstable(`${name} is not decided by the data`, at) : undefined;
}

function unstable(why: string, at: QueryFailure['at']): QueryFailure {
  return failed(
    'query-unstable',
    `the answer would change from one run to the next: ${why}`,
    'write the date or the value that is meant',
    at,
  );
}

/** Goes through a tree, parents first, until something is found. */
function visit<Found>(tree: unknown, look: (node: Node) => Found | undefined): Found | undefined {
  if (Array.isArray(tree)) {
    for (const branch of tree) {
      const found = visit(branch, look);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isNode(tree)) return undefined;
  return look(tree) ?? visit(Object.values(tree), look);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The engine's names do not tell capitals from small letters. */
function lowerName(name: unknown): string {
  return String(name).toLowerCase();
}
