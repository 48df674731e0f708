import type { Json } from '../charts/json.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { PrintedText, SourceOf } from './printed-text.ts';
import { specTexts } from './spec-texts.ts';
import { stringText } from './string-text.ts';

/** Keys of YAML files whose values are not printed, or are names that the press looks up. All others are printed. */
const notPrinted: ReadonlySet<string> = new Set([
  ...[
    'source',
    'dataset',
    'query',
    'field',
    'format',
    'width',
    'total',
    'unit',
    'language',
    'country',
    'accent',
    'status',
    'map',
  ],
  ...['version', 'date', 'data_cutoff', 'rivers', 'regions', 'url', 'email', 'declared'],
]);

/**
 * The printed texts of a YAML file: every string but those under keys that are not printed, and those that a chart's
 * specification prints. What its queries give is read elsewhere (query-literals.ts). Of a text in several languages, the one that is printed.
 */
export function yamlTexts(
  { value, at }: Located<unknown>,
  language: string,
  sourceOf: SourceOf,
): readonly PrintedText[] {
  const texts: PrintedText[] = [];
  const walk = (part: unknown, path: readonly (string | number)[]): void => {
    const key = path.at(-1);
    if (typeof part === 'string') {
      texts.push(stringText(part, at(...path), sourceOf));
    } else if (Array.isArray(part)) part.forEach((entry, index) => void walk(entry, [...path, index]));
    else if (key === 'spec') {
      for (const { path: below, whole, ...piece } of specTexts(part as Json)) {
        texts.push(stringText(whole, at(...path, ...below), sourceOf, piece));
      }
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, entry] of Object.entries(part)) {
        if (!notPrinted.has(name) && !isOtherLanguage(name, part, language)) walk(entry, [...path, name]);
      }
    }
  };
  walk(value, []);
  return texts;
}

/** Whether a map is a text by language, and this is not the language that is printed. */
function isOtherLanguage(key: string, map: object, language: string): boolean {
  return language in map && key !== language && /^[a-z]{2,3}(-[A-Za-z]+)*$/.test(key);
}
