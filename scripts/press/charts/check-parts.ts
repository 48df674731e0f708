import type { Report } from '../diagnostics/diagnostic.ts';
import type { Locate } from '../read/yaml-file.ts';
import { eachObject, eachText, isObject, type JsonObject, type Path } from './json.ts';
import { partsOfPress } from './parts-of-press.ts';

const views = ['mark', 'layer', 'hconcat', 'vconcat', 'concat', 'facet', 'repeat'];

/**
 * Reports the parts of a specification that are Vega-Lite's but not an author's: what the press sets, what would
 * load from elsewhere, and what would give another drawing on another day or machine.
 */
export function checkParts(spec: JsonObject, at: Locate, report: Report): void {
  const refuse = (path: Path, message: string, cure: string): void =>
    report({ rule: 'chart-key', place: at('spec', ...path), message, cure });

  for (const [key, cure] of Object.entries(partsOfPress)) {
    if (key in spec) refuse([key], `"${key}" cannot stand in the spec`, cure);
  }
  if (!views.some((key) => key in spec))
    refuse([], 'the spec does not say what to draw', 'write a mark: bar, line, point …');
  eachObject(spec, (part, path) => {
    if ('href' in part) refuse([...path, 'href'], 'a mark cannot be a link', 'link to it from the text');
    if ('url' in part)
      refuse([...path, 'url'], 'a chart loads nothing from elsewhere', 'put the data into data/ and query them');
    if (isObject(part.data) && path.length > 0 && ('values' in part.data || 'format' in part.data)) {
      refuse([...path, 'data'], 'data cannot be typed into a spec', 'name a table of "more_data": {name: …}');
    }
    if ('sample' in part) refuse([...path, 'sample'], '"sample" draws by chance', 'choose the rows in the query');
    if (part.mark === 'image' || (isObject(part.mark) && part.mark.type === 'image')) {
      refuse([...path, 'mark'], 'a chart cannot hold images', 'take another mark: bar, line, point, text, rule');
    }
  });
  eachText(spec, (text, path) => {
    const { changing, local } = unstableCalls(text, path);
    if (changing) refuse(path, `"${changing}()" gives another drawing each time`, 'compute the value in the query');
    if (local) refuse(path, `"${local}()" depends on the machine’s time zone`, `write "${utcName(local)}()"`);
  });
}

const expressionKeys = new Set(['calculate', 'filter', 'expr', 'labelExpr', 'test', 'update', 'signal']);
const changingCall = /\b(random|now|sampleUniform|sampleNormal|sampleLogNormal|windowSize|screen)\s*\(/;
const localCall =
  /(?<![\w.])(year|quarter|month|date|day|dayofyear|week|hours|minutes|seconds|datetime|timeFormat|timeParse)\s*\(/;

/** Functions in an expression whose answer is not the same everywhere. */
function unstableCalls(
  text: string,
  path: Path,
): { readonly changing?: string | undefined; readonly local?: string | undefined } {
  const key = path.findLast((part) => typeof part === 'string');
  if (key === undefined || !expressionKeys.has(key)) return {};
  const code = text.replace(/'[^']*'|"[^"]*"/g, "''");
  return { changing: changingCall.exec(code)?.[1], local: localCall.exec(code)?.[1] };
}

function utcName(local: string): string {
  if (local === 'datetime') return 'utc';
  return local.startsWith('time') ? local.replace('time', 'utc') : `utc${local}`;
}
