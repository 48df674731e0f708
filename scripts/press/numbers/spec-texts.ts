import { parseExpression } from 'vega-expression';
import { eachObject, isList, isObject, type Json, type JsonObject, type Path } from '../charts/json.ts';

/** A string of a chart's specification that is printed, or part of one. */
interface SpecText {
  readonly path: Path;
  /** The whole string. */
  readonly whole: string;
  readonly text: string;
  readonly offset: number;
}

/**
 * The texts that a chart's specification prints as they are typed: titles of axes, legends and heads, the text of text marks,
 * data that is written into it, and the strings within expressions. Numbers that place or scale a mark are no text.
 *
 * @param path where the part of the specification stands in it
 */
export function specTexts(part: Json, path: Path = []): readonly SpecText[] {
  if (isList(part)) return part.flatMap((item, index) => specTexts(item, [...path, index]));
  if (isObject(part)) return Object.entries(part).flatMap(([key, item]) => specTexts(item, [...path, key]));
  if (typeof part !== 'string' && typeof part !== 'number') return [];
  const whole = String(part);
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  if (isPrinted(key, path)) return [{ path, whole, text: whole, offset: 0 }];
  return expressionKeys.has(key) ? stringsOf(whole).map((inner) => ({ path, whole, ...inner })) : [];
}

/** Keys whose strings Vega-Lite prints as they are. */
const printedKeys: ReadonlySet<string> = new Set(['title', 'subtitle', 'text']);
/** Keys whose strings are expressions; the strings within them may be printed. */
const expressionKeys: ReadonlySet<string> = new Set(['calculate', 'expr', 'labelExpr']);

function isPrinted(key: string, path: Path): boolean {
  if (printedKeys.has(key)) return true;
  const inText = path.includes('text') || path.includes('title');
  const data = path.indexOf('data');
  return (inText && (key === 'value' || key === 'datum')) || (data >= 0 && path[data + 1] === 'values');
}

/** The strings within an expression of Vega that it can give: not those that it compares with or reads. */
function stringsOf(expression: string): readonly { readonly text: string; readonly offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  const calls: string[] = [];
  let before = '';
  for (const match of expression.matchAll(token)) {
    const [whole, single, double] = match;
    const text = single ?? double;
    if (text !== undefined) {
      if (!/^[=!]==?$/.test(before) && !readsStrings.has(calls.at(-1) ?? ''))
        found.push({ text, offset: match.index + 1 });
    } else if (whole === '(' || whole === '[') calls.push(whole === '[' ? '[' : before);
    else if (whole === ')' || whole === ']') calls.pop();
    before = text === undefined ? whole : "'";
  }
  return found;
}

const token = /'([^']*)'|"([^"]*)"|[A-Za-z_$][\w$.]*|[=!]==?|[^\s]/g;
/** Functions that read their strings as formats, patterns or names. */
const readsStrings: ReadonlySet<string> = new Set([
  'format',
  'timeFormat',
  'utcFormat',
  'timeParse',
  'utcParse',
  'regexp',
  'test',
  'indexof',
  'split',
  'data',
  '[',
]);

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
