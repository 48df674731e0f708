import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Locate, Located } from './edition.ts';
import { type Files, textOf } from './files.ts';
import { reportIssues } from './schema-issues.ts';
import { yamlFault } from './yaml-fault.ts';

/** A file of YAML that is well formed; nothing is known of what it says. */
export interface YamlFile {
  readonly value: unknown;
  readonly at: Locate;
  /** The place of a key rather than of its value. */
  readonly keyAt: Locate;
  /** A text, number or word as the file has it, without its quotation marks: 1.0 is the number 1. */
  readonly wordsAt: (...path: readonly (string | number)[]) => string | undefined;
}

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

/** Reads a file of YAML and checks it against a schema: the value it gives, or undefined when anything was reported. */
export function readChecked<Schema extends z.ZodType>(
  files: Files,
  file: string,
  schema: Schema,
  report: Report,
): Located<z.output<Schema>> | undefined {
  const yaml = readYaml(files, file, report);
  return yaml && checkValue(yaml, [], schema, report);
}

/** Checks one part of a YAML file against a schema. */
export function checkValue<Schema extends z.ZodType>(
  yaml: YamlFile,
  path: readonly (string | number)[],
  schema: Schema,
  report: Report,
): Located<z.output<Schema>> | undefined {
  const parsed = schema.safeParse(valueAt(yaml.value, path));
  if (parsed.success) return { value: parsed.data, at: (...below) => yaml.at(...path, ...below) };
  reportIssues(parsed.error.issues, { yaml, path, schema }, report);
  return undefined;
}

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
