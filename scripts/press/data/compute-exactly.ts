import type { ExactExpression } from './exact-expression.ts';
import { exactValue } from './number-cell.ts';
import { negative, product, type Rational, ratio, rounded, sum } from './rational.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import type { Cell } from './table.ts';

/** What an exact expression comes to: "no-number" where it divides by 0, "other" where an operand is no number. */
export type Computed = Rational | 'missing' | 'no-number' | 'other';

/** What a row gives to an expression. */
export interface Operands {
  /** Undefined for what is no value of a table. */
  operandCell(operand: SyntaxNode): Cell | undefined;
  factOf(name: string): Cell;
}

/** The exact value of an expression over one row. What is missing makes missing what is computed from it, as in SQL. */
export function computeExactly(expression: ExactExpression, operands: Operands): Computed {
  const compute = (part: ExactExpression): Computed => computeExactly(part, operands);
  switch (expression.kind) {
    case 'operand':
      return numberOf(operands.operandCell(expression.node));
    case 'fact':
      return numberOf(operands.factOf(expression.name));
    case 'negative':
      return onNumber(compute(expression.of), negative);
    case 'absolute':
      return onNumber(compute(expression.of), (value) => (value.dividend < 0n ? negative(value) : value));
    case 'rounded': {
      const places = typeof expression.places === 'number' ? expression.places : wholeOf(compute(expression.places));
      return onNumber(compute(expression.of), (value) =>
        typeof places === 'number' ? rounded(value, places, expression.way) : places,
      );
    }
    case 'first-known':
      return expression.of.map(compute).find((value) => value !== 'missing') ?? 'missing';
    case 'choice': {
      const chosen = expression.branches.find(({ when }) => {
        const cell = operands.operandCell(when);
        return cell?.kind === 'boolean' && cell.truth;
      });
      return compute(chosen?.then ?? expression.otherwise);
    }
    case 'arithmetic':
      return onNumber(compute(expression.left), (left) =>
        onNumber(compute(expression.right), (right) => combined(left, expression.operator, right)),
      );
  }
}

function combined(left: Rational, operator: '+' | '-' | '*' | '/', right: Rational): Computed {
  switch (operator) {
    case '+':
      return sum(left, right);
    case '-':
      return sum(left, negative(right));
    case '*':
      return product(left, right);
    case '/':
      return ratio(left, right) ?? 'no-number';
  }
}

function numberOf(cell: Cell | undefined): Computed {
  if (cell?.kind === 'number') return exactValue(cell);
  return cell?.kind === 'missing' ? 'missing' : 'other';
}

function onNumber(value: Computed, act: (value: Rational) => Computed): Computed {
  return typeof value === 'string' ? value : act(value);
}

/** Decimal places to round to; more than a cell keeps round nothing. */
function wholeOf(value: Computed): number | Computed {
  if (typeof value === 'string' || value.divisor !== 1n) return typeof value === 'string' ? value : 'other';
  return Number(value.dividend > 100n ? 100n : value.dividend < -100n ? -100n : value.dividend);
}
