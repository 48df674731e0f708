import { isList, isObject, type Json, type Path } from '../charts/json.ts';

/** A string of a chart's specification that is printed, or part of one. */
export interface SpecText {
  readonly path: Path;
  /** The whole string. */
  readonly whole: string;
  readonly text: string;
  readonly offset: number;
}

/** Keys whose strings Vega-Lite prints as they are. */
const printed: ReadonlySet<string> = new Set(['title', 'subtitle']);
/** Keys whose strings are expressions; the strings within them may be printed. */
const expressions: ReadonlySet<string> = new Set(['calculate', 'expr', 'labelExpr']);

/**
 * The texts that a specification prints as they are typed: titles of axes, legends and heads, the text of text marks, data
 * that is written into it, and the strings within expressions. Numbers that place or scale a mark are no text.
 */
export function specTexts(spec: Json): readonly SpecText[] {
  const texts: SpecText[] = [];
  const walk = (part: Json, path: Path): void => {
    if (isList(part)) for (const [index, item] of part.entries()) walk(item, [...path, index]);
    else if (isObject(part)) for (const [key, item] of Object.entries(part)) walk(item, [...path, key]);
    else if (typeof part === 'string' || typeof part === 'number') {
      const whole = String(part);
      const key = path.findLast((step) => typeof step === 'string') ?? '';
      if (isPrinted(key, path)) texts.push({ path, whole, text: whole, offset: 0 });
      else if (expressions.has(String(key)))
        texts.push(...stringsOf(whole).map((inner) => ({ path, whole, ...inner })));
    }
  };
  walk(spec, []);
  return texts;
}

function isPrinted(key: string | number, path: Path): boolean {
  if (printed.has(String(key)) || key === 'text') return true;
  const inText = path.includes('text') || path.includes('title');
  const data = path.indexOf('data');
  return (inText && (key === 'value' || key === 'datum')) || (data >= 0 && path[data + 1] === 'values');
}

const token = /'([^']*)'|"([^"]*)"|[A-Za-z_$][\w$.]*|[=!]==?|[^\s]/g;
/** Functions that read their strings as formats, patterns or names. */
const readsStrings: ReadonlySet<string> = new Set([
  ...['format', 'timeFormat', 'utcFormat', 'timeParse', 'utcParse', 'regexp', 'test', 'indexof', 'split', 'data', '['],
]);

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
