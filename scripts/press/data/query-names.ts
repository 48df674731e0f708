import { type Names, nodesIn, type Rows } from './literal-flow.ts';
import { fromData, nothing, oneOf, type Value, type Wording } from './literal-value.ts';
import { lowerName } from './query-tables.ts';
import { isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** A column; its name is undefined where only the engine knows it. */
export interface NamedValue {
  readonly name: string | undefined;
  readonly value: Value;
}

/** The columns of a query, or of a table in its FROM. */
export interface Relation {
  readonly columns: readonly NamedValue[];
  readonly rows: Rows;
}

/** A table in a FROM, by the name that its columns are qualified with. */
export interface Table extends Relation {
  readonly alias: string;
}

/** What is known around a query. */
export interface Around {
  /** The tables that WITH names, by their names in small letters. */
  readonly local: ReadonlyMap<string, Relation>;
  /** The columns of a dataset, by each name that a query may use. */
  readonly columnsOf: (name: string) => readonly string[] | undefined;
  /** Names that a subquery finds outside itself. */
  readonly outer: (names: readonly string[]) => Value | undefined;
  /** The columns and rows of a query within this one. */
  readonly read: (node: SyntaxNode, around: Around) => Relation;
}

/** What the expressions of a SELECT can name: its tables, then its own columns so far, then what is around it. */
export function namesOf(
  tables: readonly Table[],
  rows: Rows,
  around: Around,
  aliases: ReadonlyMap<string, Value>,
): Names {
  const inTables = (path: readonly string[]): Value | undefined => {
    const [first = '', second] = path;
    const whole = tables.find(({ alias }) => sameName(alias, first));
    const qualified = second !== undefined && whole ? columnIn([whole], second) : undefined;
    const all = whole && wholeRow(whole);
    return qualified ?? columnIn(tables, first) ?? all;
  };
  const column = (path: readonly string[]): Value | undefined => {
    const alias = path.length === 1 ? aliases.get(lowerName(path[0])) : undefined;
    return inTables(path) ?? alias ?? around.outer(path);
  };
  return {
    rows,
    column: (path) => column(path) ?? fromData,
    star: (node) => starOf(node, tables).map(({ value }) => value),
    subquery: (statement) => {
      const node = isSyntaxNode(statement.node) ? statement.node : {};
      return around.read(node, { ...around, outer: column }).columns[0]?.value ?? nothing;
    },
  };
}

/** The columns that `*`, `t.*` or `columns(…)` stands for; what it leaves out is not followed where it is a pattern. */
export function starOf(node: SyntaxNode, tables: readonly Table[]): readonly NamedValue[] {
  const relation = typeof node.relation_name === 'string' ? node.relation_name : '';
  const excluded = Array.isArray(node.exclude_list) ? node.exclude_list.map(lowerName) : [];
  const renames = new Map(
    nodesIn(node.rename_list).flatMap(({ key, value }) =>
      isSyntaxNode(key) ? [[lowerName(key.column), String(value)] as const] : [],
    ),
  );
  return tables
    .filter(({ alias }) => relation === '' || sameName(alias, relation))
    .flatMap(({ columns }) => columns)
    .filter(({ name }) => name === undefined || !excluded.includes(lowerName(name)))
    .map(({ name, value }) => ({ name: renames.get(lowerName(name)) ?? name, value }));
}

/** A row as one value, which is written with the names of its columns. */
function wholeRow({ columns }: Table): Value {
  const names = columns.flatMap(({ name }): readonly Wording[] =>
    name === undefined ? [] : [[{ text: name, at: undefined, isKey: false }]],
  );
  return oneOf([...columns.map(({ value }) => value), { ...nothing, wordings: names }]);
}

/** A column by its name; one whose name only the engine knows may be any that is not named. */
function columnIn(tables: readonly Table[], name: string): Value | undefined {
  const columns = tables.flatMap((table) => table.columns);
  const named = columns.filter((column) => sameName(column.name, name));
  const open = columns.filter((column) => column.name === undefined);
  if (named.length > 0) return oneOf(named.map(({ value }) => value));
  return open.length > 0 ? oneOf(open.map(({ value }) => value)) : undefined;
}

export function togetherRows(rows: readonly Rows[]): Rows {
  return {
    typed: rows.flatMap(({ typed }) => typed),
    limits: rows.flatMap(({ limits }) => limits),
    varies: rows.some(({ varies }) => varies),
  };
}

export function renamed({ columns, rows }: Relation, names: unknown): Relation {
  const given: readonly unknown[] = Array.isArray(names) ? names : [];
  return {
    columns: columns.map(({ name, value }, index) => ({
      name: given[index] === undefined ? name : String(given[index]),
      value,
    })),
    rows,
  };
}

export function sameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && lowerName(one) === lowerName(other);
}
