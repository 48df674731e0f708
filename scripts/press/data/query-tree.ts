import { factReferences } from './fact-reference.ts';
import { expressionValue, type Names, nodesIn, type Rows } from './literal-flow.ts';
import { functionKinds, isAggregateKind } from './literal-functions.ts';
import {
  asNumber,
  bareLiteral,
  literalsIn,
  type NumberLiteral,
  nothing,
  oneOf,
  type Value,
  type Wording,
  withNumbers,
} from './literal-value.ts';
import { fromOf, joinedByKeys } from './query-from.ts';
import {
  type Around,
  type NamedValue,
  namesOf,
  type Relation,
  renamed,
  sameName,
  starOf,
  type Table,
  togetherRows,
} from './query-names.ts';
import { lowerName, tableReadings, withEntries } from './query-tables.ts';
import { findInTree, isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** What a query says before it runs, read from the engine's own syntax tree. */
export interface QueryReading {
  /** The datasets that it reads. */
  readonly datasets: ReadonlySet<string>;
  /** The facts that it names. */
  readonly facts: ReadonlySet<string>;
  /** The columns of its answer, as far as their names are known before it runs. */
  readonly columns: readonly ColumnReading[];
}

/** A column of an answer, and what of it is typed into the query. */
export interface ColumnReading {
  /** Undefined for a column that the engine names, and for those that stand for several. */
  readonly name: string | undefined;
  readonly numbers: readonly NumberLiteral[];
  readonly wordings: readonly Wording[];
  /** Whether it changes with the data. */
  readonly varies: boolean;
}

/**
 * Reads a query that was checked: which datasets and facts it asks, and what of its answer is typed into it. A literal that
 * is compared with data, chooses rows or a branch, or turns a unit into another is a part of the question; any other that
 * can reach a column belongs to that column.
 *
 * @param known datasets by each name that a query may use, in small letters
 * @param columnsOf the columns of a dataset
 */
export function readQuery(
  statement: SyntaxNode,
  known: ReadonlyMap<string, string>,
  columnsOf: (dataset: string) => readonly string[],
): QueryReading {
  const facts = new Set(factReferences(statement).map(({ name }) => name));
  const around: Around = {
    local: new Map(),
    columnsOf: (name) => {
      const dataset = known.get(name);
      return dataset === undefined ? undefined : columnsOf(dataset);
    },
    outer: () => undefined,
    read: relationOf,
  };
  const { columns } = relationOf(isSyntaxNode(statement.node) ? statement.node : statement, around);
  return {
    datasets: new Set(tableReadings(statement, known).map(({ dataset }) => dataset)),
    facts,
    columns: columns.map(({ name, value: { numbers, wordings, varies } }) => ({
      name,
      numbers,
      wordings,
      varies,
    })),
  };
}

/** The columns and rows of a SELECT, or of several that are put together. */
function relationOf(node: SyntaxNode, around: Around): Relation {
  const inside = { ...around, local: localTables(node, around) };
  const [left, right] = [node.left, node.right].filter(isSyntaxNode);
  const own =
    node.type === 'SELECT_NODE' || !left || !right
      ? selectOf(node, inside)
      : node.type === 'SET_OPERATION_NODE'
        ? setOf(String(node.setop_type), relationOf(left, inside), relationOf(right, inside))
        : recursiveOf(node, relationOf(left, inside));
  return limited(own, node);
}

function localTables(node: SyntaxNode, around: Around): ReadonlyMap<string, Relation> {
  const local = new Map(around.local);
  for (const { key, value } of withEntries(node)) {
    if (!isSyntaxNode(value) || !isSyntaxNode(value.query) || !isSyntaxNode(value.query.node)) continue;
    local.set(lowerName(key), renamed(relationOf(value.query.node, { ...around, local }), value.aliases));
  }
  return local;
}

function setOf(kind: string, left: Relation, right: Relation): Relation {
  if (!kind.startsWith('UNION')) return left;
  const byName = kind === 'UNION_BY_NAME';
  const other = ({ name }: NamedValue, index: number) =>
    byName ? right.columns.find((column) => sameName(column.name, name)) : right.columns[index];
  const columns = left.columns.map((column, index) => {
    const { value = nothing } = other(column, index) ?? {};
    return { name: column.name, value: oneOf([column.value, value]) };
  });
  const further = byName
    ? right.columns.filter(({ name }) => !left.columns.some((column) => sameName(column.name, name)))
    : right.columns.slice(left.columns.length);
  return { columns: [...columns, ...further], rows: togetherRows([left.rows, right.rows]) };
}

/** A table that reads itself: how far it goes is not followed, so each of its literals reaches each of its columns. */
function recursiveOf(node: SyntaxNode, { columns, rows }: Relation): Relation {
  const literals = literalsIn([node.left, node.right]);
  return {
    columns: columns.map(({ name, value }) => ({ name, value: withNumbers(value, literals) })),
    rows: { ...rows, typed: [...rows.typed, ...literals] },
  };
}

/** LIMIT and OFFSET bound the rows, and so the numbers of them. */
function limited({ columns, rows }: Relation, node: SyntaxNode): Relation {
  const limits = nodesIn(node.modifiers).filter(({ type }) => String(type).startsWith('LIMIT'));
  const most = literalsIn(limits.map(({ limit }) => limit)).map((literal) => ({ ...literal, role: 'extent' }) as const);
  const skipped = literalsIn(limits.map(({ offset }) => offset));
  return {
    columns: columns.map(({ name, value }) => ({
      name,
      value: value.isCounter ? withNumbers(value, [...most, ...skipped]) : value,
    })),
    rows: { ...rows, limits: [...rows.limits, ...literalsIn(limits)] },
  };
}

function selectOf(node: SyntaxNode, around: Around): Relation {
  const from = fromOf(isSyntaxNode(node.from_table) ? node.from_table : {}, around);
  const items = nodesIn(node.select_list);
  const tables = joinedByKeys(from, [node.where_clause], around);
  const rows = rowsOf(tables, items);
  const aliases = new Map<string, Value>();
  const names = namesOf(tables, rows, around, aliases);
  const columns = items.flatMap((item) => {
    const given =
      item.class === 'STAR' ? starOf(item, tables) : [{ name: nameOf(item), value: expressionValue(item, names) }];
    for (const { name, value } of given) if (name !== undefined) aliases.set(lowerName(name), value);
    return replacedIn(item, given, (part) => expressionValue(part, names));
  });
  const conditions = [node.where_clause, node.having, node.qualify, ...from.conditions.map(({ node: on }) => on)];
  const bounds = boundsOfCounters(conditions, (part) => expressionValue(part, names));
  return {
    columns: columns.map(({ name, value }) => ({
      name,
      value: value.isCounter ? withNumbers(value, bounds) : value,
    })),
    rows: {
      typed: [...(isOneRow(node, items) ? [bareLiteral({ items })] : rows.typed), ...manyFrom(items, names)],
      limits: [...rows.limits, ...bounds],
      varies: rows.varies,
    },
  };
}

/** An aggregate without groups gives one row, whatever the data are. */
function isOneRow(node: SyntaxNode, items: readonly SyntaxNode[]): boolean {
  const isGrouped = nodesIn(node.group_expressions).length > 0 || node.aggregate_handling === 'FORCE_AGGREGATES';
  const aggregate = (part: SyntaxNode) =>
    (part.class === 'FUNCTION' && isAggregateKind(functionKinds.get(lowerName(part.function_name)))) || undefined;
  return !isGrouped && findInTree(items, aggregate) === true;
}

/** unnest() among the columns makes rows: as many as are typed. */
function manyFrom(items: readonly SyntaxNode[], names: Names): readonly NumberLiteral[] {
  return items.flatMap((item) => {
    const found = findInTree(item, (part) => (lowerName(part.function_name) === 'unnest' ? part : undefined));
    return found ? asNumber(expressionValue(found, names)).numbers : [];
  });
}

/** The literals that a condition compares with the numbers of rows: with 0 and 1 they begin. */
function boundsOfCounters(
  conditions: readonly unknown[],
  value: (node: SyntaxNode) => Value,
): readonly NumberLiteral[] {
  const bounds: NumberLiteral[] = [];
  findInTree(conditions, (node) => {
    const sides = [node.left, node.right, node.input, node.lower, node.upper, ...nodesIn(node.children)].filter(
      isSyntaxNode,
    );
    const compares =
      node.class === 'COMPARISON' || node.class === 'BETWEEN' || String(node.type).startsWith('COMPARE_');
    if (!compares || !sides.some((side) => value(side).isCounter)) return undefined;
    const [left] = sides;
    const below = left && value(left).isCounter ? 'COMPARE_LESS' : 'COMPARE_GREATER';
    const role = String(node.type).startsWith(below) ? 'extent' : 'value';
    bounds.push(
      ...sides
        .filter((side) => !value(side).isCounter)
        .flatMap(literalsIn)
        .flatMap((literal) => (['0', '1'].includes(literal.text) ? [] : [{ ...literal, role } as const])),
    );
    return undefined;
  });
  return bounds;
}

function nameOf(item: SyntaxNode): string | undefined {
  if (typeof item.alias === 'string' && item.alias !== '') return item.alias;
  const path = item.class === 'COLUMN_REF' && Array.isArray(item.column_names) ? item.column_names : [];
  return path.length > 0 ? String(path.at(-1)) : undefined;
}

/** `* replace (x as a)`: the column keeps its name. */
function replacedIn(
  item: SyntaxNode,
  columns: readonly NamedValue[],
  value: (node: SyntaxNode) => Value,
): readonly NamedValue[] {
  const replacements = nodesIn(item.replace_list);
  return columns.map((column) => {
    const replacement = replacements.find(({ key }) => sameName(String(key), column.name));
    return isSyntaxNode(replacement?.value) ? { ...column, value: value(replacement.value) } : column;
  });
}

/** How many rows go through a SELECT: without a FROM one, which is typed. */
function rowsOf(tables: readonly Table[], items: readonly SyntaxNode[]): Rows {
  if (tables.length === 0) return { typed: [bareLiteral({ items })], limits: [], varies: false };
  return togetherRows(tables.map(({ rows }) => rows));
}
