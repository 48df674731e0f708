import { isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** One place of a query that reads a dataset. */
export interface TableReading {
  readonly dataset: string;
  /** The node that reads it. */
  readonly table: SyntaxNode;
  /** The SELECT in whose FROM it stands, itself or in a join; undefined where it stands in anything else, such as a pivot. */
  readonly select: SyntaxNode | undefined;
  /** The tables that WITH names around it, outermost first, as the tree holds them. */
  readonly local: readonly SyntaxNode[];
}

/** Where in a tree a visit is. */
interface Scope {
  readonly known: ReadonlyMap<string, string>;
  readonly local: readonly SyntaxNode[];
  /** The tables that read themselves around here (WITH RECURSIVE), in small letters. */
  readonly recursive: ReadonlySet<string>;
  readonly select: SyntaxNode | undefined;
}

/**
 * Each place of a query that reads a dataset. A name that WITH gives to a table of the query's own stands for that table
 * from there on, also where a dataset has it; within that table's own query it still stands for the dataset.
 *
 * @param known datasets by each name that a query may use, in small letters
 */
export function tableReadings(statement: SyntaxNode, known: ReadonlyMap<string, string>): readonly TableReading[] {
  return [...readingsIn(statement, { known, local: [], recursive: new Set(), select: undefined })];
}

/** The entries of a node's WITH, in their order: `key` is the name, `value.query` its query. */
export function withEntries(node: SyntaxNode): readonly SyntaxNode[] {
  const map = isSyntaxNode(node.cte_map) ? node.cte_map.map : undefined;
  return Array.isArray(map) ? map.filter(isSyntaxNode) : [];
}

/** The engine's names do not tell capitals from small letters. */
export function lowerName(name: unknown): string {
  return String(name).toLowerCase();
}

function* readingsIn(tree: unknown, scope: Scope): Generator<TableReading> {
  if (Array.isArray(tree)) for (const branch of tree) yield* readingsIn(branch, { ...scope, select: undefined });
  if (!isSyntaxNode(tree)) return;
  if (tree.type === 'BASE_TABLE') return yield* tablesOf(tree, { ...scope, select: undefined });
  const local = [...scope.local];
  for (const entry of withEntries(tree)) {
    yield* readingsIn(entry.value, { ...scope, local: [...local], select: undefined });
    local.push(entry);
  }
  const recursive =
    tree.type === 'RECURSIVE_CTE_NODE' ? new Set([...scope.recursive, lowerName(tree.cte_name)]) : scope.recursive;
  const inside: Scope = { ...scope, local, recursive, select: undefined };
  const from = tree.type === 'SELECT_NODE' ? tree.from_table : undefined;
  if (from !== undefined) yield* tablesOf(from, { ...inside, select: tree });
  for (const [key, branch] of Object.entries(tree)) {
    if (key !== 'cte_map' && (key !== 'from_table' || from === undefined)) yield* readingsIn(branch, inside);
  }
}

/** The tables of a FROM, through its joins. */
function* tablesOf(from: unknown, scope: Scope): Generator<TableReading> {
  if (!isSyntaxNode(from)) return;
  if (from.type === 'JOIN') {
    yield* tablesOf(from.left, scope);
    yield* tablesOf(from.right, scope);
    yield* readingsIn(from.condition, { ...scope, select: undefined });
  } else if (from.type === 'BASE_TABLE') {
    const name = lowerName(from.table_name);
    const isLocal = scope.recursive.has(name) || scope.local.some(({ key }) => lowerName(key) === name);
    const dataset = isLocal ? undefined : scope.known.get(name);
    if (dataset === undefined) return;
    const select = scope.recursive.size > 0 ? undefined : scope.select;
    yield { dataset, table: from, select, local: scope.local };
  } else yield* readingsIn(from, { ...scope, select: undefined });
}
