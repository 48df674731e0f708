import { type ExactExpression, exactExpression, isBinaryFraction } from './exact-expression.ts';
import { factReference } from './fact-reference.ts';
import { findInTree, isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** A column that the press computes from operands which the engine gives. */
export interface ExactColumn {
  /** Its place among the columns that the author asks for: from the first one, or below 0 from behind the last. */
  readonly index: number;
  readonly expression: ExactExpression;
}

/** A query whose outermost divisions are left to the press. */
export interface ExactQuery {
  /** The query with the operands as further columns behind its own. */
  readonly statement: SyntaxNode;
  readonly columns: readonly ExactColumn[];
  /** What stands in the further columns, in their order. */
  readonly operands: readonly SyntaxNode[];
  /** Whether binary fractions are left in it, which may come to stand in its answer. */
  readonly fractions: 'left' | 'none';
}

/**
 * Takes the divisions out of the outermost SELECT of a query.
 *
 * @param isAggregate whether a function of this name adds up rows
 */
export function exactQuery(statement: SyntaxNode, isAggregate: (name: string) => boolean): ExactQuery {
  const node = isSyntaxNode(statement.node) ? statement.node : {};
  const items = Array.isArray(node.select_list) ? node.select_list.filter(isSyntaxNode) : [];
  const columns = canAddColumns(node) ? exactColumns(items, node, isAggregate) : [];
  const operands = columns.flatMap(({ expression }) => operandsOf(expression));
  const taken = new Set(columns.map(({ item }) => item));
  const rest = { ...node, select_list: items.filter((item) => !taken.has(item)) };
  const hidden = operands.map((operand, index) => ({ ...operand, alias: `operand ${index + 1}` }));
  return {
    statement:
      columns.length === 0 ? statement : { ...statement, node: { ...node, select_list: [...items, ...hidden] } },
    columns: columns.map(({ index, expression }) => ({ index, expression })),
    operands,
    fractions: leavesFractions(rest) ? 'left' : 'none',
  };
}

/** A set operation has its columns on two sides, and DISTINCT would tell rows apart by the further columns. */
function canAddColumns(node: SyntaxNode): boolean {
  const modifiers = Array.isArray(node.modifiers) ? node.modifiers.filter(isSyntaxNode) : [];
  return node.type === 'SELECT_NODE' && !modifiers.some(({ type }) => type === 'DISTINCT_MODIFIER');
}

function exactColumns(items: readonly SyntaxNode[], node: SyntaxNode, isAggregate: (name: string) => boolean) {
  const stars = items.flatMap((item, index) => (holdsStar(item) ? [index] : []));
  const [firstStar = items.length] = stars;
  const lastStar = stars.at(-1) ?? -1;
  const groupsByAll = node.aggregate_handling === 'FORCE_AGGREGATES';
  return items.flatMap((item, place) => {
    const isPlaced = place < firstStar || place > lastStar;
    const divides = findInTree(item, (part) => isBinaryFraction(part) || factReference(part) || undefined);
    const expression = isPlaced && divides ? exactExpression(item) : undefined;
    if (!expression) return [];
    // GROUP BY ALL would group by an operand that adds up nothing.
    const adds = (part: SyntaxNode) => isAggregate(String(part.function_name)) || undefined;
    if (groupsByAll && !operandsOf(expression).every((operand) => findInTree(operand, adds) || isConstant(operand))) {
      return [];
    }
    return [{ item, expression, index: place < firstStar ? place : place - items.length }];
  });
}

function holdsStar(item: SyntaxNode): boolean {
  return findInTree(item, (part) => part.class === 'STAR' || undefined) !== undefined;
}

function isConstant(node: SyntaxNode): boolean {
  return node.class === 'CONSTANT';
}

/** Parts of a query that decide which rows there are and in which order, not what stands in them. */
const conditions: ReadonlySet<string> = new Set(['where_clause', 'having', 'qualify', 'modifiers', 'condition']);

function leavesFractions(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(leavesFractions);
  if (!isSyntaxNode(tree)) return false;
  return (
    isBinaryFraction(tree) || Object.entries(tree).some(([key, part]) => !conditions.has(key) && leavesFractions(part))
  );
}

/** What the engine is asked for, each as often as it is used. */
function operandsOf(expression: ExactExpression): readonly SyntaxNode[] {
  switch (expression.kind) {
    case 'operand':
      return [expression.node];
    case 'fact':
      return [];
    case 'arithmetic':
      return [...operandsOf(expression.left), ...operandsOf(expression.right)];
    case 'rounded':
      return [
        ...operandsOf(expression.of),
        ...(typeof expression.places === 'number' ? [] : operandsOf(expression.places)),
      ];
    case 'first-known':
      return expression.of.flatMap(operandsOf);
    case 'choice':
      return [
        ...expression.branches.flatMap(({ when, then }) => [when, ...operandsOf(then)]),
        ...operandsOf(expression.otherwise),
      ];
    default:
      return operandsOf(expression.of);
  }
}
