import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';

/**
 * A node of the engine's syntax tree, as json_serialize_sql gives it (DuckDB 1.5). Whoever changes a tree makes a new
 * one: trees are shared.
 */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** What became of reading a query. The position counts bytes of UTF-8. */
export type Parsed =
  | { readonly kind: 'tree'; readonly statements: readonly SyntaxNode[] }
  | {
      readonly kind: 'refused';
      readonly type: string;
      readonly message: string | undefined;
      readonly position: number | undefined;
    };

const parsedShape = z.object({
  error: z.boolean(),
  error_type: z.string().optional(),
  error_message: z.string().optional(),
  position: z.coerce.number().optional(),
  statements: z.array(z.record(z.string(), z.unknown())).default([]),
});

/** Reads SQL into a syntax tree. Only SELECTs have one. */
export async function parseSql(sql: string, connection: DuckDBConnection): Promise<Parsed> {
  const answer = await connection.runAndReadAll('select json_serialize_sql($sql::varchar)', { sql });
  const parsed = parsedShape.parse(JSON.parse(String(answer.getRowsJS()[0]?.[0]), keepDigits));
  if (!parsed.error) return { kind: 'tree', statements: parsed.statements };
  const { error_type = '', error_message: message, position } = parsed;
  return { kind: 'refused', type: error_type, message, position };
}

/** Writes a statement of a syntax tree as SQL again; what it means stays, its layout does not. */
export async function sqlOf(statement: SyntaxNode, connection: DuckDBConnection): Promise<string> {
  const tree = JSON.stringify({ error: false, statements: [statement] });
  const answer = await connection.runAndReadAll('select json_deserialize_sql($tree::json)', { tree });
  return String(answer.getRowsJS()[0]?.[0]);
}

/** Goes through a tree, parents first, until something is found. */
export function findInTree<Found>(tree: unknown, look: (node: SyntaxNode) => Found | undefined): Found | undefined {
  if (Array.isArray(tree)) {
    for (const branch of tree) {
      const found = findInTree(branch, look);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isSyntaxNode(tree)) return undefined;
  return look(tree) ?? findInTree(Object.values(tree), look);
}

/** A tree with other nodes in the place of some: a node that `change` gives is taken as it is, and not gone into. */
export function changeTree<Tree>(tree: Tree, change: (node: SyntaxNode) => SyntaxNode | undefined): Tree {
  if (Array.isArray(tree)) return tree.map((branch: unknown) => changeTree(branch, change)) as Tree;
  if (!isSyntaxNode(tree)) return tree;
  const other = change(tree);
  if (other !== undefined) return other as Tree;
  return Object.fromEntries(Object.entries(tree).map(([key, branch]) => [key, changeTree(branch, change)])) as Tree;
}

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value);
}

/** Numbers that JSON.parse would change (1000000.0, 18446744073709551615) stay as they are written. */
function keepDigits(_key: string, value: unknown, context: { readonly source?: string } = {}): unknown {
  if (typeof value !== 'number' || context.source === undefined || String(value) === context.source) return value;
  return JSON.rawJSON(context.source);
}
