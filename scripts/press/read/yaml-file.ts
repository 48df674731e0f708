import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { type Files, textOf } from './files.ts';

/** A file of YAML that is well formed; nothing is known of what it says. */
export interface YamlFile {
  readonly value: unknown;
  readonly at: Locate;
  /** The place of a key rather than of its value. */
  readonly keyAt: Locate;
  /** A text, number or word as the file has it, without its quotation marks: 1.0 is the number 1. */
  readonly wordsAt: (...path: readonly (string | number)[]) => string | undefined;
}

/** The place of a value inside the file that it was read from: `at('data', 'query')`. Without a path, of the whole. */
export type Locate = (...path: readonly (string | number)[]) => Place;

/** Parses a file of YAML 1.2; what is wrong with its form is reported. Undefined where it is missing or malformed. */
export function readYaml(files: Files, file: string, report: Report): YamlFile | undefined {
  const bytes = files.bytes(file);
  if (!bytes) {
    const missing = {
      rule: 'file-missing',
      place: { file, line: 1, column: 1 },
      message: `there is no file ${file}`,
      cure: 'create it, or take one of another edition as a pattern',
    } as const;
    report(files.refusal(file, 'file') ?? missing);
    return undefined;
  }
  const lines = new LineCounter();
  const source = textOf(bytes);
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  // One slip is several errors for the parser: some at its place, and some in right lines that it then misreads.
  const start = Math.min(...document.errors.map(({ pos }) => pos[0]));
  const [first, ...others] = document.errors.filter(({ pos }) => pos[0] === start);
  if (first) {
    report({ rule: 'yaml-syntax', place: placeAt(start), ...yamlFault([first, ...others], source.slice(start)) });
    return undefined;
  }
  const root = document.contents;
  return {
    value: document.toJS() as unknown,
    at: (...path) => placeAt(offsetOf(root, path, 'value')),
    keyAt: (...path) => placeAt(offsetOf(root, path, 'key')),
    wordsAt: (...path) => {
      const node = root && (path.length === 0 ? root : isCollection(root) ? root.getIn(path, true) : undefined);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** The value that stands at a path within another; undefined where there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}

/** Where a path leads in the parsed document: as far as it goes, so that a missing key has its parent's place. */
function offsetOf(root: unknown, path: readonly (string | number)[], part: 'key' | 'value'): number {
  let node: unknown = root;
  let key: Node | undefined;
  for (const step of path) {
    if (!isCollection(node)) break;
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    const next: unknown = isPair(pair) ? pair.value : node.get(step, true);
    key = isPair(pair) && isNode(pair.key) ? pair.key : undefined;
    if (next === undefined || next === null) break;
    node = next;
  }
  const found = part === 'key' && key ? key : node;
  return (isNode(found) ? found.range?.[0] : undefined) ?? 0;
}

/** What is wrong with a line of YAML in an author's words, and what to do. */
interface YamlFault {
  readonly message: string;
  readonly cure: string;
}

/**
 * What to say of errors of the YAML parser that begin at one place. What authors seldom meet keeps the parser's own words.
 *
 * @param source the file from that place on
 */
function yamlFault(errors: readonly [YAMLError, ...YAMLError[]], source: string): YamlFault {
  const [{ message: parserMessage }] = errors;
  // A nested key on the next line is one that is indented too far.
  if (errors.some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY') && parserMessage.startsWith('Nested mappings')) {
    return {
      message: 'the line after this one is indented as if it belonged to this text',
      cure: 'begin both in one column, that of the keys that they stand beside',
    };
  }
  for (const [pattern, means] of meanings) {
    const match = pattern.exec(parserMessage);
    if (match) return means(match[1] ?? '', source);
  }
  return {
    message: `this line is not well-formed YAML: ${parserMessage.charAt(0).toLowerCase()}${parserMessage.slice(1)}`,
    cure: 'look at the indentation, the colons and the quotation marks here and on the line above',
  };
}

const openings: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** The sentences of the parser (yaml 2.9) that authors meet most, and what they mean. */
const meanings: readonly (readonly [parserMessage: RegExp, means: (part: string, source: string) => YamlFault])[] = [
  [
    /^Nested mappings/,
    () => ({
      message: 'a text with a colon in it stands here without quotation marks',
      cure: 'put the whole text behind the key in quotation marks',
    }),
  ],
  [
    /^Missing closing/,
    () => ({
      message: 'a quotation mark is opened before this place and not closed',
      cure: 'close it where the text ends',
    }),
  ],
  [/^Tabs are not allowed/, () => ({ message: 'this line is indented by a tab', cure: 'indent it by spaces' })],
  [
    /^Map keys must be unique/,
    (_, source) => ({
      message: `the key "${firstKey(source)}" stands here a second time`,
      cure: 'give one of the two another name, or take it out',
    }),
  ],
  [
    /must start at the same column/,
    () => ({
      message: 'this line does not begin in the column of the one that it stands beside',
      cure: 'begin both in one column: one of them has a blank too many or too few',
    }),
  ],
  [
    /must be sufficiently indented and end with a (.)$/,
    (end) => ({ message: `a "${openings[end]}" is opened before this place and not closed`, cure: `add the "${end}"` }),
  ],
  [
    /^Implicit (?:map )?keys need/,
    () => ({
      message: 'this line is neither a key nor a part of what stands above it',
      cure: 'write a colon and a blank behind a key, and indent what belongs together alike',
    }),
  ],
  [
    /^Plain value cannot start with .* character (.)$/,
    (sign) => ({
      message: `a text that begins with "${sign}" stands here without quotation marks`,
      cure: 'put the whole text behind the key in quotation marks',
    }),
  ],
  [
    /^Unexpected scalar at node end/,
    () => ({
      message: 'words follow a quotation mark that ends the text',
      cure: 'put the whole text in double quotation marks, with a backslash before each within it',
    }),
  ],
];

function firstKey(source: string): string {
  return /^["']?([^:"'\n]*)/.exec(source)?.[1]?.trim() ?? '';
}
