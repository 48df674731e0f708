import type { DuckDBConnection } from '@duckdb/node-api';
import { engineFault } from './engine-fault.ts';
import { isSyntaxNode, type SyntaxNode, sqlOf } from './syntax-tree.ts';

/** Rows of a dataset by their number in its file, from 0; all of them where they cannot be told apart. */
export type RowsInUse = 'all' | ReadonlySet<number>;

/** One place of a query that reads a dataset. */
interface Reading {
  readonly dataset: string;
  /** The node that reads it, which counts what could not be followed. */
  readonly table: SyntaxNode;
  /** A query for the rows that pass the conditions there, as a syntax tree. */
  readonly rows: SyntaxNode;
}

/** Where in a tree a visit is. */
interface Scope {
  /** Datasets by each name that a query may use. */
  readonly known: ReadonlyMap<string, string>;
  /** The tables that WITH names around here, innermost last, as the tree holds them. */
  readonly local: readonly SyntaxNode[];
}

/**
 * The rows of each dataset that a query rests on: those that pass the conditions of the FROM and WHERE that read it.
 * Where a condition looks outside its own SELECT, and wherever else this cannot follow, all rows count.
 *
 * @param statement a query that was checked, with values in the place of its facts
 * @param known datasets by each name that a query may use
 * @param wanted the datasets whose rows are asked for; of others all count, which costs nothing
 */
export async function rowsInUse(
  statement: SyntaxNode,
  known: ReadonlyMap<string, string>,
  wanted: ReadonlySet<string>,
  connection: DuckDBConnection,
): Promise<ReadonlyMap<string, RowsInUse>> {
  const used = new Map<string, RowsInUse>();
  for (const { dataset, rows } of readingsOfQuery(statement, known)) {
    const passing = rows && wanted.has(dataset) ? await rowsOf(rows, connection) : 'all';
    used.set(dataset, joined(used.get(dataset), passing));
  }
  return used;
}

/** Two sets of rows as one. */
export function joined(one: RowsInUse | undefined, other: RowsInUse): RowsInUse {
  if (one === 'all' || other === 'all') return 'all';
  return one ? one.union(other) : other;
}

async function rowsOf(rows: SyntaxNode, connection: DuckDBConnection): Promise<RowsInUse> {
  try {
    const sql = (await sqlOf({ node: rows }, connection)).replace(/;\s*$/, '');
    const found = await connection.runAndReadAll(
      `select distinct row from (${sql}) as passing(row) where row is not null`,
    );
    return new Set((found.getColumnsJS()[0] ?? []).map(Number));
  } catch (cause) {
    // What the engine refuses as a query of its own rests on the query around it.
    engineFault(cause, 'finding the rows in use');
    return 'all';
  }
}

/** Each place of a query that reads a dataset, with its rows where they can be followed. */
export function readingsOfQuery(
  statement: SyntaxNode,
  known: ReadonlyMap<string, string>,
): readonly { readonly dataset: string; readonly rows: SyntaxNode | undefined }[] {
  const readings = [...readingsIn(statement, { known, local: [] })];
  return [...tablesIn(statement, known)].map(({ dataset, table }) => ({
    dataset,
    rows: readings.find((one) => one.table === table)?.rows,
  }));
}

/** The datasets that stand directly in the FROM of a SELECT, each with the query for its rows. */
function* readingsIn(tree: unknown, scope: Scope): Generator<Reading> {
  if (Array.isArray(tree)) for (const branch of tree) yield* readingsIn(branch, scope);
  if (!isSyntaxNode(tree)) return;
  // A table of WITH sees those before it.
  const local = [...scope.local];
  for (const entry of localTables(tree)) {
    yield* readingsIn(entry.value, { ...scope, local });
    local.push(entry);
  }
  const inside = { ...scope, local };
  if (tree.type === 'SELECT_NODE' && isSyntaxNode(tree.from_table)) yield* readingsOf(tree, tree.from_table, inside);
  for (const [key, branch] of Object.entries(tree)) if (key !== 'cte_map') yield* readingsIn(branch, inside);
}

function* readingsOf(select: SyntaxNode, from: SyntaxNode, { known, local }: Scope): Generator<Reading> {
  const names = new Set(local.map(({ key }) => lowerName(key)));
  for (const table of joinedTables(from)) {
    const dataset = names.has(lowerName(table.table_name)) ? undefined : known.get(lowerName(table.table_name));
    if (dataset === undefined) continue;
    const alias = String(table.alias || table.table_name);
    const rows: SyntaxNode = {
      type: 'SELECT_NODE',
      cte_map: { map: local },
      select_list: [{ class: 'COLUMN_REF', type: 'COLUMN_REF', column_names: [alias, 'rowid'] }],
      // Only a table has numbered rows: the name without hyphens is that of a view.
      from_table: replaced(from, table, { ...table, table_name: dataset, alias }),
      where_clause: select.where_clause,
      aggregate_handling: 'STANDARD_HANDLING',
    };
    yield { dataset, table, rows };
  }
}

/** The tables of a FROM, through its joins. */
function* joinedTables(from: unknown): Generator<SyntaxNode> {
  if (!isSyntaxNode(from)) return;
  if (from.type === 'BASE_TABLE') yield from;
  if (from.type !== 'JOIN') return;
  yield* joinedTables(from.left);
  yield* joinedTables(from.right);
}

function replaced(from: SyntaxNode, table: SyntaxNode, other: SyntaxNode): SyntaxNode {
  if (from === table) return other;
  if (from.type !== 'JOIN' || !isSyntaxNode(from.left) || !isSyntaxNode(from.right)) return from;
  return { ...from, left: replaced(from.left, table, other), right: replaced(from.right, table, other) };
}

/** Every place of a tree that may read a dataset. */
function* tablesIn(
  tree: unknown,
  known: ReadonlyMap<string, string>,
): Generator<{ readonly dataset: string; readonly table: SyntaxNode }> {
  if (Array.isArray(tree)) for (const branch of tree) yield* tablesIn(branch, known);
  if (!isSyntaxNode(tree)) return;
  const dataset = tree.type === 'BASE_TABLE' ? known.get(lowerName(tree.table_name)) : undefined;
  if (dataset !== undefined) yield { dataset, table: tree };
  for (const branch of Object.values(tree)) yield* tablesIn(branch, known);
}

function localTables(tree: SyntaxNode): readonly SyntaxNode[] {
  const map = isSyntaxNode(tree.cte_map) ? tree.cte_map.map : undefined;
  return Array.isArray(map) ? map.filter(isSyntaxNode) : [];
}

/** The engine's names do not tell capitals from small letters. */
function lowerName(name: unknown): string {
  return String(name).toLowerCase();
}
