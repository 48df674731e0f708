import type { DuckDBConnection } from '@duckdb/node-api';
import { engineFault } from './engine-fault.ts';
import { type TableReading, tableReadings } from './query-tables.ts';
import { rowColumn, storedSchema } from './stored-table.ts';
import { changeTree, isSyntaxNode, type SyntaxNode, sqlOf } from './syntax-tree.ts';

/** Rows of a dataset by their number in its file, from 0; all of them where they cannot be told apart. */
export type RowsInUse = 'all' | ReadonlySet<number>;

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

/** Each place of a query that reads a dataset, with a query for the rows that pass there, where they can be followed. */
export function readingsOfQuery(
  statement: SyntaxNode,
  known: ReadonlyMap<string, string>,
): readonly { readonly dataset: string; readonly rows: SyntaxNode | undefined }[] {
  return tableReadings(statement, known).map((reading) => ({ dataset: reading.dataset, rows: rowsQuery(reading) }));
}

/** A query for the rows of a dataset that pass the FROM and WHERE which read it, as a syntax tree. */
function rowsQuery({ dataset, table, select, local }: TableReading): SyntaxNode | undefined {
  if (!select || !isSyntaxNode(select.from_table)) return undefined;
  const alias = String(table.alias || table.table_name);
  // The stored table has numbered rows; what queries name is a view without them.
  const stored = { ...table, schema_name: storedSchema, table_name: dataset, alias };
  return {
    type: 'SELECT_NODE',
    cte_map: { map: local },
    select_list: [columnNode(alias, rowColumn)],
    from_table: withoutNumber(replaced(select.from_table, table, stored)),
    where_clause: withoutNumber(select.where_clause),
    aggregate_handling: 'STANDARD_HANDLING',
  };
}

function replaced(from: SyntaxNode, table: SyntaxNode, other: SyntaxNode): SyntaxNode {
  if (from === table) return other;
  if (from.type !== 'JOIN' || !isSyntaxNode(from.left) || !isSyntaxNode(from.right)) return from;
  return { ...from, left: replaced(from.left, table, other), right: replaced(from.right, table, other) };
}

/** A condition whose `*` and `columns(…)` stand for the columns of the datasets alone. */
function withoutNumber<Tree>(condition: Tree): Tree {
  return changeTree(condition, (node) => {
    // Those of a subquery are its own.
    if (node.class === 'SUBQUERY' || node.type === 'SUBQUERY') return node;
    if (node.class !== 'STAR') return undefined;
    const excluded = Array.isArray(node.exclude_list) ? node.exclude_list : [];
    const star = { ...node, exclude_list: [...excluded, rowColumn] };
    if (!isSyntaxNode(node.expr)) return star;
    const pattern = node.expr.class === 'CONSTANT' ? matching(node.expr) : node.expr;
    return { ...star, expr: withoutNumber(pattern) };
  });
}

/** The names of columns that match a pattern, as `columns('pattern')` finds them. */
function matching(pattern: SyntaxNode): SyntaxNode {
  const name = columnNode('name');
  const call = (function_name: string, children: readonly SyntaxNode[]): SyntaxNode => ({
    class: 'FUNCTION',
    type: 'FUNCTION',
    schema: '',
    function_name,
    children,
  });
  const isAlike = { class: 'LAMBDA', type: 'LAMBDA', lhs: name, expr: call('regexp_matches', [name, pattern]) };
  return call('list_filter', [{ class: 'STAR', type: 'STAR', relation_name: '', columns: false }, isAlike]);
}

function columnNode(...column_names: readonly string[]): SyntaxNode {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', column_names };
}
