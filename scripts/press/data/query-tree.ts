import { factReference } from './fact-reference.ts';
import { expressionValue, nodesIn, type Rows } from './literal-flow.ts';
import { functionKinds, isAggregateKind } from './literal-functions.ts';
import {
  asNumber,
  bareLiteral,
  fromData,
  literalsIn,
  type NumberLiteral,
  nothing,
  oneOf,
  type Value,
  type Wording,
  withNumbers,
} from './literal-value.ts';
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
  readonly rests: boolean;
}

/** The columns of a query, or of a table in its FROM. */
interface Relation {
  readonly columns: readonly NamedValue[];
  readonly rows: Rows;
}

interface NamedValue {
  readonly name: string | undefined;
  readonly value: Value;
}

interface Table extends Relation {
  readonly alias: string;
}

/** What is known around a query. */
interface Around {
  /** The tables that WITH names, by their names in small letters. */
  readonly local: ReadonlyMap<string, Relation>;
  /** The columns of a dataset, by each name that a query may use. */
  readonly columnsOf: (name: string) => readonly string[] | undefined;
  /** Names that a subquery finds outside itself. */
  readonly outer: (names: readonly string[]) => Value | undefined;
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
  const facts = new Set<string>();
  findInTree(statement, (node) => {
    const name = factReference(node)?.name;
    if (name !== undefined) facts.add(name);
    return undefined;
  });
  const around: Around = {
    local: new Map(),
    columnsOf: (name) => {
      const dataset = known.get(name);
      return dataset === undefined ? undefined : columnsOf(dataset);
    },
    outer: () => undefined,
  };
  const { columns } = relationOf(isSyntaxNode(statement.node) ? statement.node : statement, around);
  return {
    datasets: new Set(tableReadings(statement, known).map(({ dataset }) => dataset)),
    facts,
    columns: columns.map(({ name, value: { numbers, wordings, rests } }) => ({ name, numbers, wordings, rests })),
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
      rests: rows.rests,
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
function manyFrom(
  items: readonly SyntaxNode[],
  names: Parameters<typeof expressionValue>[1],
): readonly NumberLiteral[] {
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

/** The columns that `*`, `t.*` or `columns(…)` stands for; what it leaves out is not followed where it is a pattern. */
function starOf(node: SyntaxNode, tables: readonly Table[]): readonly NamedValue[] {
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

/** How many rows go through a SELECT: without a FROM one, which is typed. */
function rowsOf(tables: readonly Table[], items: readonly SyntaxNode[]): Rows {
  if (tables.length === 0) return { typed: [bareLiteral({ items })], limits: [], rests: false };
  return togetherRows(tables.map(({ rows }) => rows));
}

function togetherRows(rows: readonly Rows[]): Rows {
  return {
    typed: rows.flatMap(({ typed }) => typed),
    limits: rows.flatMap(({ limits }) => limits),
    rests: rows.some(({ rests }) => rests),
  };
}

/** What the expressions of a SELECT can name: its tables, then its own columns so far, then what is around it. */
function namesOf(
  tables: readonly Table[],
  rows: Rows,
  around: Around,
  aliases: ReadonlyMap<string, Value>,
): Parameters<typeof expressionValue>[1] {
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
      return relationOf(node, { ...around, outer: column }).columns[0]?.value ?? nothing;
    },
  };
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

function sameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && lowerName(one) === lowerName(other);
}

/** A condition of a join, and the tables whose rows it leaves out where it does not hold. */
interface JoinCondition {
  readonly node: unknown;
  readonly using: readonly string[];
  readonly binds: readonly string[];
}

interface From {
  readonly tables: readonly Table[];
  readonly conditions: readonly JoinCondition[];
}

function fromOf(node: SyntaxNode, around: Around): From {
  const one = (relation: Relation): From => {
    const { columns, rows } = renamed(relation, node.column_name_alias);
    return { tables: [{ alias: String(node.alias || node.table_name || ''), columns, rows }], conditions: [] };
  };
  switch (node.type) {
    case 'JOIN':
      return joinOf(node, around);
    case 'BASE_TABLE': {
      const name = lowerName(node.table_name);
      const data = (columns: readonly string[]): Relation => ({
        columns: columns.map((column) => ({ name: column, value: fromData })),
        rows: { typed: [], limits: [], rests: true },
      });
      return one(around.local.get(name) ?? data(around.columnsOf(name) ?? []));
    }
    case 'SUBQUERY':
      return one(
        relationOf(isSyntaxNode(node.subquery) && isSyntaxNode(node.subquery.node) ? node.subquery.node : {}, around),
      );
    case 'EXPRESSION_LIST':
      return one(valuesOf(node, around));
    case 'TABLE_FUNCTION':
      return one(functionTable(node, around));
    case 'EMPTY':
    case undefined:
      return { tables: [], conditions: [] };
    default:
      return one(pivotOf(node, around));
  }
}

function renamed({ columns, rows }: Relation, names: unknown): Relation {
  const given: readonly unknown[] = Array.isArray(names) ? names : [];
  return {
    columns: columns.map(({ name, value }, index) => ({
      name: given[index] === undefined ? name : String(given[index]),
      value,
    })),
    rows,
  };
}

function valuesOf(node: SyntaxNode, around: Around): Relation {
  const names = namesOf([], { typed: [], limits: [], rests: false }, around, new Map());
  const lines = (Array.isArray(node.values) ? node.values : []).map(nodesIn);
  const [first = []] = lines;
  return {
    columns: first.map((_, index) => ({
      name: `col${index}`,
      value: oneOf(lines.flatMap((line) => (line[index] ? [expressionValue(line[index], names)] : []))),
    })),
    rows: { typed: lines.map((line) => bareLiteral({ line })), limits: [], rests: false },
  };
}

function functionTable(node: SyntaxNode, around: Around): Relation {
  const call = isSyntaxNode(node.function) ? node.function : {};
  if (factReference(call)) {
    return { columns: [{ name: 'value', value: fromData }], rows: { typed: [], limits: [], rests: true } };
  }
  const names = namesOf([], { typed: [], limits: [], rests: false }, around, new Map());
  const value = expressionValue(call, names);
  const { numbers, rests } = asNumber(value);
  return {
    columns: [{ name: undefined, value: { ...value, isCounter: true } }],
    rows: { typed: numbers, limits: [], rests },
  };
}

/** Rows and columns change places: what is typed in any column may stand in each. */
function pivotOf(node: SyntaxNode, around: Around): Relation {
  const { tables } = isSyntaxNode(node.source) ? fromOf(node.source, around) : { tables: [] };
  const rows = togetherRows(tables.map((table) => table.rows));
  const names = namesOf(tables, rows, around, new Map());
  const values = [
    ...tables.flatMap(({ columns }) => columns.map(({ value }) => value)),
    ...nodesIn(node.aggregates).map((aggregate) => expressionValue(aggregate, names)),
  ];
  // UNPIVOT makes texts of the names of columns, which a query can give.
  const labels = Array.isArray(node.unpivot_names) && node.unpivot_names.length > 0 ? textsIn(node.pivots) : [];
  const named = labels.map((text): Wording => [{ text, at: bareLiteral(node).at, isKey: false }]);
  return { columns: [{ name: undefined, value: oneOf([...values, { ...nothing, wordings: named }]) }], rows };
}

function textsIn(tree: unknown): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap(textsIn);
  if (!isSyntaxNode(tree)) return [];
  return typeof tree.value === 'string' ? [tree.value] : Object.values(tree).flatMap(textsIn);
}

function joinOf(node: SyntaxNode, around: Around): From {
  const left = isSyntaxNode(node.left) ? fromOf(node.left, around) : { tables: [], conditions: [] };
  // A lateral table sees those before it.
  const seen = namesOf(left.tables, { typed: [], limits: [], rests: false }, around, new Map());
  const beside = { ...around, outer: seen.column };
  const right = isSyntaxNode(node.right) ? fromOf(node.right, beside) : { tables: [], conditions: [] };
  const aliases = (from: From) => from.tables.map(({ alias }) => alias);
  const kind = String(node.join_type);
  const binds = [
    ...(kind === 'LEFT' || kind === 'OUTER' || kind === 'ANTI' ? [] : aliases(left)),
    ...(kind === 'RIGHT' || kind === 'OUTER' ? [] : aliases(right)),
  ];
  const natural =
    node.ref_type === 'NATURAL'
      ? left.tables.flatMap(({ columns }) => columns.flatMap(({ name }) => (name === undefined ? [] : [name])))
      : [];
  const using = [...(Array.isArray(node.using_columns) ? node.using_columns.map(String) : []), ...natural];
  return {
    // Of a semi-join or an anti-join the right side is a condition.
    tables: kind === 'SEMI' || kind === 'ANTI' ? left.tables : [...left.tables, ...right.tables],
    conditions: [...left.conditions, ...right.conditions, { node: node.condition, using, binds }],
  };
}

/**
 * Tables whose rows are typed, as the data leave them: a column that an equation ties to data holds what the data hold, and
 * its rows are as many as the data's if no value is there twice. On the side of an outer join that keeps all its rows, the
 * column only names rows of the data.
 */
function joinedByKeys({ tables, conditions }: From, where: readonly unknown[], around: Around): readonly Table[] {
  const every = tables.map(({ alias }) => alias);
  const all: readonly JoinCondition[] = [...conditions, ...where.map((node) => ({ node, using: [], binds: every }))];
  const names = namesOf(tables, { typed: [], limits: [], rests: false }, around, new Map());
  const ties = all.flatMap(({ node, using, binds }) => [
    ...equations(node).flatMap(([one, other]) => [
      ...(isDataAlone(expressionValue(other, names)) ? pathsIn(one).map((path) => ({ path, binds })) : []),
      ...(isDataAlone(expressionValue(one, names)) ? pathsIn(other).map((path) => ({ path, binds })) : []),
    ]),
    ...using.flatMap((name) =>
      tables.some(
        ({ columns, rows }) => rows.typed.length === 0 && columns.some((column) => sameName(column.name, name)),
      )
        ? [{ path: [name], binds }]
        : [],
    ),
  ]);
  return tables.map((table) => {
    if (table.rows.typed.length === 0) return table;
    const tied = table.columns.map(({ name, value }) => {
      const tie = ties.filter(
        ({ path }) => sameName(path.at(-1), name) && (path.length === 1 || sameName(path[0], table.alias)),
      );
      const binds = tie.some((one) => one.binds.includes(table.alias));
      const state = tie.length === 0 ? 'free' : binds ? 'bound' : 'named';
      return {
        name,
        value: state === 'bound' ? fromData : state === 'named' ? asKey(value) : value,
        state,
        held: value,
      };
    });
    const isOneToOne = tied.some(({ state, held }) => state === 'bound' && isDistinct(held, table.rows.typed.length));
    const columns = tied.map(({ name, value }) => ({ name, value }));
    return { ...table, columns, rows: isOneToOne ? { ...table.rows, typed: [] } : table.rows };
  });
}

function isDataAlone({ rests, numbers, wordings }: Value): boolean {
  return rests && numbers.length === 0 && wordings.length === 0;
}

/** The equations that must hold for a condition to hold. */
function equations(node: unknown): readonly (readonly [SyntaxNode, SyntaxNode])[] {
  if (!isSyntaxNode(node)) return [];
  if (node.type === 'CONJUNCTION_AND') return nodesIn(node.children).flatMap(equations);
  return node.type === 'COMPARE_EQUAL' && isSyntaxNode(node.left) && isSyntaxNode(node.right)
    ? [[node.left, node.right]]
    : [];
}

/** The columns that one side of an equation is, or is joined from: 'mali-' || year. */
function pathsIn(node: SyntaxNode): readonly (readonly string[])[] {
  if (node.class === 'COLUMN_REF' && Array.isArray(node.column_names)) return [node.column_names.map(String)];
  if (node.class === 'CAST' && isSyntaxNode(node.child)) return pathsIn(node.child);
  return node.class === 'FUNCTION' && node.function_name === '||' ? nodesIn(node.children).flatMap(pathsIn) : [];
}

function asKey(value: Value): Value {
  const inPiece = (piece: Wording[number]) => (piece === 'data' ? piece : { ...piece, isKey: true });
  return { ...value, wordings: value.wordings.map((wording) => wording.map(inPiece)) };
}

function isDistinct({ numbers, wordings }: Value, rows: number): boolean {
  const texts = [
    ...numbers.map(({ text }) => text),
    ...wordings.map((wording) => JSON.stringify(wording.map((piece) => (piece === 'data' ? '' : piece.text)))),
  ];
  return texts.length === rows && new Set(texts).size === rows;
}
