import type { DuckDBConnection } from '@duckdb/node-api';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type FactReference, factReference, factReferences, isFactCall } from './fact-reference.ts';
import { failed, type QueryFailure } from './query-outcome.ts';
import { queryPlace } from './query-place.ts';
import { lowerName, tableReadings } from './query-tables.ts';
import { findInTree, isSyntaxNode, parseSql, type SyntaxNode } from './syntax-tree.ts';
import { tableFunctions, unstableFunctions, unstableWords } from './unstable-functions.ts';

/** A query that may be run. */
export interface CheckedQuery {
  readonly kind: 'checked';
  /** The datasets that it reads, by name. */
  readonly datasets: ReadonlySet<string>;
  /** The facts that it names, each as often as it does. */
  readonly facts: readonly FactReference[];
  readonly statement: SyntaxNode;
}

/** What each node of a query is checked against. */
interface Names {
  /** Datasets by each name that a query may use: with hyphens, and with underscores. */
  readonly known: ReadonlyMap<string, string>;
  /** The tables that the query names itself. */
  readonly local: ReadonlySet<string>;
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
  const parsed = await parseSql(sql, connection);
  const oneSelect = 'write one SELECT over the datasets';
  if (parsed.kind === 'refused') {
    const at = parsed.position === undefined ? undefined : queryPlace(sql, parsed.position);
    return parsed.type === 'not implemented'
      ? failed('query-fails', 'the query is not a SELECT', oneSelect)
      : failed('query-fails', `the query fails: ${parsed.message ?? 'it cannot be read'}`, 'correct its SQL', at);
  }
  const [statement, ...others] = parsed.statements;
  if (!statement || others.length > 0) {
    const count = statement ? `${parsed.statements.length} statements` : 'no statement';
    return failed('query-fails', `the query holds ${count}`, oneSelect);
  }
  const fault = findFault(statement, sql, { known, local: localTables(statement) });
  if (fault) return fault;
  const datasets = new Set(tableReadings(statement, known).map(({ dataset }) => dataset));
  return { kind: 'checked', datasets, facts: factReferences(statement), statement };
}

/** The names that the query itself gives to tables, by WITH. None of them is a path, so none opens a file. */
function localTables(tree: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  findInTree(tree, (node) => {
    const map = isSyntaxNode(node.cte_map) ? node.cte_map.map : undefined;
    if (Array.isArray(map)) for (const entry of map) if (isSyntaxNode(entry)) names.add(lowerName(entry.key));
    if (typeof node.cte_name === 'string') names.add(lowerName(node.cte_name));
    return undefined;
  });
  return new Set([...names].filter((name) => !/[./\\]/.test(name)));
}

function findFault(tree: unknown, sql: string, names: Names): QueryFailure | undefined {
  return findInTree(tree, (node) => {
    const at = typeof node.query_location === 'number' ? queryPlace(sql, node.query_location) : undefined;
    if (isSyntaxNode(node.sample)) return unstable('a sample is drawn by chance', at);
    if (node.class === 'PARAMETER')
      return failed('query-fails', 'the query has a gap ($1 or ?)', 'write the value', at);
    switch (node.type) {
      case 'BASE_TABLE':
        return tableFault(node, names, at);
      case 'SHOW_REF':
        return failed('query-fails', 'the query is not a SELECT', 'write one SELECT over the datasets', at);
      case 'TABLE_FUNCTION':
        return tableFunctionFault(node, at);
      case 'COLUMN_REF':
        return wordFault(node, at);
      default:
        if (isFactCall(node)) return factFault(node, at);
        return typeof node.function_name === 'string' ? functionFault(node, node.function_name, at) : undefined;
    }
  });
}

function tableFault(node: SyntaxNode, { known, local }: Names, at: QueryFailure['at']): QueryFailure | undefined {
  const name = String(node.table_name);
  const dataset = known.get(lowerName(name));
  const qualifiers = [node.catalog_name, node.schema_name].filter((part) => part !== '');
  if (qualifiers.length > 0) {
    const whole = [...qualifiers, name].join('.');
    return failed('dataset-unknown', `unknown dataset "${whole}"`, 'write the name of a dataset alone', at);
  }
  if (dataset === undefined && !local.has(lowerName(name))) {
    const names = name.includes('-') ? known.values() : known.keys().filter((one) => !one.includes('-'));
    return failed('dataset-unknown', `unknown dataset "${name}"`, didYouMean(name, new Set(names), 'datasets'), at);
  }
  return undefined;
}

function tableFunctionFault(node: SyntaxNode, at: QueryFailure['at']): QueryFailure | undefined {
  const name = isSyntaxNode(node.function) ? lowerName(node.function.function_name) : '';
  if (tableFunctions.has(name) || name === 'fact') return undefined;
  return failed('query-fails', `the query reads "${name}", which is not a dataset`, 'read the datasets alone', at);
}

function factFault(node: SyntaxNode, at: QueryFailure['at']): QueryFailure | undefined {
  if (factReference(node)) return undefined;
  return failed('query-fails', 'fact() names no fact', "write one name, fact('name')", at);
}

function functionFault(node: SyntaxNode, written: string, at: QueryFailure['at']): QueryFailure | undefined {
  const name = lowerName(written);
  // age(x) counts up to today, age(x, y) does not.
  const fromToday = name === 'age' && Array.isArray(node.children) && node.children.length === 1;
  return fromToday || unstableFunctions.has(name) ? unstable(`${written}() is not decided by the data`, at) : undefined;
}

function wordFault(node: SyntaxNode, at: QueryFailure['at']): QueryFailure | undefined {
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
