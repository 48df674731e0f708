import { parseExpression } from 'vega-expression';
import { eachObject, isList, type Json, type JsonObject } from '../charts/json.ts';

/**
 * The columns that the text marks of a chart print, and those that these are made of. A number that places or scales a mark
 * is not printed.
 */
export function textColumns(spec: JsonObject): ReadonlySet<string> {
  const columns = new Set<string>();
  const made: { readonly as: readonly Json[]; readonly of: readonly string[] }[] = [];
  eachObject(spec, (part, path) => {
    const inText = path.includes('text');
    const of = [
      ...(typeof part.field === 'string' ? [part.field] : []),
      ...(isList(part.fold) ? part.fold.map(String) : []),
      ...[part.calculate, part.expr].flatMap((expression) =>
        typeof expression === 'string' ? columnsIn(expression) : [],
      ),
    ];
    if (inText) for (const name of of) columns.add(name);
    if (part.as !== undefined) made.push({ as: isList(part.as) ? part.as : [part.as], of });
    if (isList(part.fold) && part.as === undefined) made.push({ as: ['key', 'value'], of });
  });
  for (let before = -1; before < columns.size; ) {
    before = columns.size;
    for (const { as, of } of made) {
      if (as.some((name) => columns.has(String(name)))) for (const name of of) columns.add(name);
    }
  }
  return columns;
}

/** The columns that reach the value of an expression of Vega: not those that a condition compares. */
function columnsIn(expression: string): readonly string[] {
  try {
    return columnsBelow(parseExpression(expression));
  } catch {
    // One that cannot be read has been reported by drawing it.
    return [];
  }
}

const comparisons: ReadonlySet<unknown> = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=']);

function columnsBelow(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(columnsBelow);
  if (typeof node !== 'object' || node === null) return [];
  const { test, ...parts } = node as Readonly<Record<string, unknown>>;
  const { type, object, property, computed, operator } = parts;
  if (type === 'BinaryExpression' && comparisons.has(operator)) return [];
  if (type === 'MemberExpression' && isNamed(object, 'datum') && isNode(property)) {
    return [String(computed === true ? property.value : property.name)];
  }
  return Object.values(parts).flatMap(columnsBelow);
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name;
}

function isNode(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null;
}
