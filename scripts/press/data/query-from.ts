import { factReference } from './fact-reference.ts';
import { expressionValue, nodesIn } from './literal-flow.ts';
import { asNumber, bareLiteral, fromData, nothing, oneOf, type Value, type Wording } from './literal-value.ts';
import { type Around, namesOf, type Relation, renamed, sameName, type Table, togetherRows } from './query-names.ts';
import { lowerName } from './query-tables.ts';
import { isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

export interface From {
  readonly tables: readonly Table[];
  readonly conditions: readonly JoinCondition[];
}

/** A condition of a join, and the tables whose rows it leaves out where it does not hold. */
interface JoinCondition {
  readonly node: unknown;
  readonly using: readonly string[];
  readonly binds: readonly string[];
}

export function fromOf(node: SyntaxNode, around: Around): From {
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
        rows: { typed: [], limits: [], varies: true },
      });
      return one(around.local.get(name) ?? data(around.columnsOf(name) ?? []));
    }
    case 'SUBQUERY':
      return one(
        around.read(isSyntaxNode(node.subquery) && isSyntaxNode(node.subquery.node) ? node.subquery.node : {}, around),
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

function valuesOf(node: SyntaxNode, around: Around): Relation {
  const names = namesOf([], { typed: [], limits: [], varies: false }, around, new Map());
  const lines = (Array.isArray(node.values) ? node.values : []).map(nodesIn);
  const [first = []] = lines;
  return {
    columns: first.map((_, index) => ({
      name: `col${index}`,
      value: oneOf(lines.flatMap((line) => (line[index] ? [expressionValue(line[index], names)] : []))),
    })),
    rows: { typed: lines.map((line) => bareLiteral({ line })), limits: [], varies: false },
  };
}

function functionTable(node: SyntaxNode, around: Around): Relation {
  const call = isSyntaxNode(node.function) ? node.function : {};
  if (factReference(call)) {
    return { columns: [{ name: 'value', value: fromData }], rows: { typed: [], limits: [], varies: true } };
  }
  const names = namesOf([], { typed: [], limits: [], varies: false }, around, new Map());
  const value = expressionValue(call, names);
  const { numbers, varies } = asNumber(value);
  return {
    columns: [{ name: undefined, value: { ...value, isCounter: true } }],
    rows: { typed: numbers, limits: [], varies },
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
  const leftNames = namesOf(left.tables, { typed: [], limits: [], varies: false }, around, new Map());
  const beside = { ...around, outer: leftNames.column };
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
export function joinedByKeys(
  { tables, conditions }: From,
  where: readonly unknown[],
  around: Around,
): readonly Table[] {
  const every = tables.map(({ alias }) => alias);
  const all: readonly JoinCondition[] = [...conditions, ...where.map((node) => ({ node, using: [], binds: every }))];
  const names = namesOf(tables, { typed: [], limits: [], varies: false }, around, new Map());
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

function isDataAlone({ varies, numbers, wordings }: Value): boolean {
  return varies && numbers.length === 0 && wordings.length === 0;
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
