import { factReference } from './fact-reference.ts';
import type { RoundingWay } from './rational.ts';
import { findInTree, isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/**
 * How a column of an answer is computed exactly: the engine gives the operands, which it knows exactly, and the press
 * divides, since the engine's division gives binary fractions.
 */
export type ExactExpression =
  | { readonly kind: 'operand'; readonly node: SyntaxNode }
  | { readonly kind: 'fact'; readonly name: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: ExactExpression;
      readonly right: ExactExpression;
    }
  | { readonly kind: 'negative' | 'absolute'; readonly of: ExactExpression }
  | {
      readonly kind: 'rounded';
      readonly way: RoundingWay;
      readonly of: ExactExpression;
      readonly places: ExactExpression | number;
    }
  | { readonly kind: 'first-known'; readonly of: readonly ExactExpression[] }
  | {
      readonly kind: 'choice';
      readonly branches: readonly { readonly when: SyntaxNode; readonly then: ExactExpression }[];
      readonly otherwise: ExactExpression;
    };

/** Whether a node gives binary fractions by itself: a division, an average, a number with an exponent, a cast. */
export function isBinaryFraction(node: SyntaxNode): boolean {
  switch (node.class) {
    case 'FUNCTION':
      return node.function_name === '/' || isAverage(node);
    case 'WINDOW':
      return isAverage(node);
    case 'CONSTANT':
      return isDouble(isSyntaxNode(node.value) ? node.value.type : undefined);
    case 'CAST':
      return isDouble(node.cast_type);
    default:
      return false;
  }
}

/**
 * How an expression that holds a division is computed exactly; undefined where only the engine can compute it: where the
 * division stands within an aggregate, a subquery or a function that is none of these.
 */
export function exactExpression(node: SyntaxNode): ExactExpression | undefined {
  const fact = factReference(node);
  if (fact) return { kind: 'fact', name: fact.name };
  if (!holdsDivision(node) || node.class === 'CONSTANT') return { kind: 'operand', node };
  switch (node.class) {
    case 'FUNCTION':
      return isAverage(node) ? average(node) : exactCall(node);
    case 'WINDOW':
      return isAverage(node) ? average(node) : undefined;
    case 'CAST':
      return exactCast(node);
    case 'CASE':
      return exactChoice(node);
    case 'OPERATOR': {
      if (node.type !== 'OPERATOR_COALESCE') return undefined;
      const of = allOf(nodesIn(node.children));
      return of && { kind: 'first-known', of };
    }
    default:
      return undefined;
  }
}

/** Facts count, since theirs may be quotients. */
function holdsDivision(node: SyntaxNode): boolean {
  return findInTree(node, (part) => isBinaryFraction(part) || factReference(part) || undefined) !== undefined;
}

function exactCall(node: SyntaxNode): ExactExpression | undefined {
  const [first, second, ...others] = allOf(nodesIn(node.children)) ?? [];
  if (!first || others.length > 0) return undefined;
  const name = String(node.function_name).toLowerCase();
  switch (name) {
    case '+':
    case '*':
    case '/':
      return second && { kind: 'arithmetic', operator: name, left: first, right: second };
    case '-':
      return second
        ? { kind: 'arithmetic', operator: '-', left: first, right: second }
        : { kind: 'negative', of: first };
    case 'abs':
    case '@':
      return { kind: 'absolute', of: first };
    case 'round':
      return { kind: 'rounded', way: 'round', of: first, places: second ?? 0 };
    case 'floor':
    case 'trunc':
      return second ? undefined : { kind: 'rounded', way: name, of: first, places: 0 };
    case 'ceil':
    case 'ceiling':
      return { kind: 'rounded', way: 'ceil', of: first, places: 0 };
    default:
      return undefined;
  }
}

/** The mean is the sum by the count, over the same rows. */
function average(node: SyntaxNode): ExactExpression {
  const of = (name: string): ExactExpression => ({
    kind: 'operand',
    node: { ...node, alias: '', function_name: name },
  });
  return { kind: 'arithmetic', operator: '/', left: of('sum'), right: of('count') };
}

function exactCast(node: SyntaxNode): ExactExpression | undefined {
  const of = isSyntaxNode(node.child) ? exactExpression(node.child) : undefined;
  if (!of || !isSyntaxNode(node.cast_type)) return undefined;
  const { id, type_info: info } = node.cast_type;
  if (isDouble(node.cast_type)) return of;
  if (id === 'DECIMAL') {
    const scale = isSyntaxNode(info) ? Number(info.scale ?? 0) : 3;
    return { kind: 'rounded', way: 'round', of, places: scale };
  }
  return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(String(id))
    ? { kind: 'rounded', way: 'round', of, places: 0 }
    : undefined;
}

function exactChoice(node: SyntaxNode): ExactExpression | undefined {
  const branches = nodesIn(node.case_checks).flatMap(({ when_expr, then_expr }) => {
    const then = isSyntaxNode(then_expr) ? exactExpression(then_expr) : undefined;
    return then && isSyntaxNode(when_expr) ? [{ when: when_expr, then }] : [];
  });
  const otherwise = isSyntaxNode(node.else_expr) ? exactExpression(node.else_expr) : undefined;
  if (!otherwise || branches.length < nodesIn(node.case_checks).length) return undefined;
  return { kind: 'choice', branches, otherwise };
}

function allOf(nodes: readonly SyntaxNode[]): readonly ExactExpression[] | undefined {
  const expressions = nodes.map(exactExpression);
  const found = expressions.filter((expression) => expression !== undefined);
  return found.length === nodes.length ? found : undefined;
}

function nodesIn(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isSyntaxNode) : [];
}

function isAverage({ function_name }: SyntaxNode): boolean {
  return ['avg', 'mean'].includes(String(function_name).toLowerCase());
}

function isDouble(type: unknown): boolean {
  return isSyntaxNode(type) && (type.id === 'DOUBLE' || type.id === 'FLOAT');
}
