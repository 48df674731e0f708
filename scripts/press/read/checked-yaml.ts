import { z } from 'zod';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Files } from './files.ts';
import { name } from './schemas/common.ts';
import { type Locate, readYaml, valueAt, type YamlFile } from './yaml-file.ts';

/** A checked value with the way back to its file. */
export interface Located<Value> {
  readonly value: Value;
  readonly at: Locate;
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

/** A file that holds a map or a list of like things. */
interface EntriesFile<Schema> {
  readonly file: string;
  /** What an entry is: "fact". */
  readonly kind: string;
  /** Of one entry. */
  readonly schema: Schema;
}

/** What a file of like things holds. */
interface Entries<Value> {
  /** Those that are right, by their keys in a map or their numbers in a list. */
  readonly entries: readonly (readonly [key: string, entry: Located<Value>])[];
  /** Those that are wrong, which was reported, as Broken has them. */
  readonly broken: readonly string[];
}

/** Reads a YAML file of like things. They are checked one by one, so that one that is wrong does not hide the others. */
export function readEntries<Schema extends z.ZodType>(
  files: Files,
  { file, kind, schema }: EntriesFile<Schema>,
  report: Report,
): Entries<z.output<Schema>> {
  const yaml = readYaml(files, file, report);
  const none = { entries: [], broken: [wholeFileOf(kind)] };
  if (!yaml) return none;
  const { value } = yaml;
  if (value === null || value === undefined) return { entries: [], broken: [] };
  if (typeof value !== 'object') {
    report({
      rule: 'value-type',
      place: yaml.at(),
      message: `this file holds one value instead of ${kind}s`,
      cure: `write each ${kind} under a name of its own`,
    });
    return none;
  }
  const isList = Array.isArray(value);
  const entries: (readonly [string, Located<z.output<Schema>>])[] = [];
  const broken: string[] = [];
  for (const [key, raw] of Object.entries(value)) {
    const entry = checkValue(yaml, [isList ? Number(key) : key], schema, report);
    const isNamed = isList || checkName(yaml, key, report);
    if (entry && isNamed) entries.push([key, entry]);
    else broken.push(`${kind} ${isList ? idOf(raw) : key}`);
  }
  return { entries, broken };
}

/** Whether a key can be a name; one that cannot is reported. */
function checkName(yaml: YamlFile, key: string, report: Report): boolean {
  const parsed = name.safeParse(key);
  if (!parsed.success) {
    report({
      rule: 'value-type',
      place: yaml.keyAt(key),
      message: `"${key}" cannot be a name`,
      cure: parsed.error.issues[0]?.message ?? 'use small letters, digits and hyphens',
    });
  }
  return parsed.success;
}

function idOf(raw: unknown): string {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : '';
}

/** What is there but could not be read, and was reported: by kind and name, "chart civilians-killed", "fact displaced-2021". */
export interface Broken {
  /** Whether a thing is among it by its name, or because the whole file of its kind is. */
  has(thing: string): boolean;
}

/** Looks things up among what was found broken while files were read. */
export function brokenOf(names: Iterable<string>): Broken {
  const broken = new Set(names);
  return { has: (thing) => broken.has(thing) || broken.has(wholeFileOf(thing.split(' ', 1)[0] ?? '')) };
}

/** The name among what is broken of a file that holds all things of a kind. */
function wholeFileOf(kind: string): string {
  return `${kind} *`;
}

/** Checks one part of a YAML file against a schema. */
function checkValue<Schema extends z.ZodType>(
  yaml: YamlFile,
  path: readonly (string | number)[],
  schema: Schema,
  report: Report,
): Located<z.output<Schema>> | undefined {
  const parsed = schema.safeParse(valueAt(yaml.value, path));
  if (parsed.success) return { value: parsed.data, at: (...below) => yaml.at(...path, ...below) };
  for (const issue of parsed.error.issues) reportIssue(issue, { yaml, path, schema }, report);
  return undefined;
}

/** What was checked: a part of a file against a schema. */
interface Checked {
  readonly yaml: YamlFile;
  readonly path: readonly (string | number)[];
  readonly schema: z.ZodType;
}

/** Reports what a schema found, in the author's own keys and words. */
function reportIssue(issue: z.core.$ZodIssue, checked: Checked, report: Report): void {
  const { yaml } = checked;
  const below = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...checked.path, ...below];
  const key = String(path.at(-1));
  const schema = schemaAt(checked.schema, below);
  if (issue.code === 'unrecognized_keys') {
    for (const unknown of issue.keys) {
      report({
        rule: 'key-unknown',
        place: yaml.keyAt(...path, unknown),
        message: `there is no key "${unknown}" here`,
        cure: didYouMean(unknown, keysOf(schema), 'keys'),
      });
    }
  } else if (issue.code === 'invalid_key') {
    report({
      rule: 'value-type',
      place: yaml.keyAt(...path),
      message: `"${key}" cannot be a name here`,
      cure: issue.issues[0]?.message ?? 'use small letters, digits and hyphens',
    });
  } else if (valueAt(yaml.value, path) === undefined) {
    const about = shortened(describe(schema));
    report({
      rule: 'key-missing',
      place: yaml.keyAt(...path.slice(0, -1)),
      message: `the key "${key}" is missing`,
      cure: `add "${key}: …"${about && ` (${about})`}`,
    });
  } else {
    const branch = issue.code === 'invalid_union' ? deepestBranch(issue) : undefined;
    if (branch)
      for (const inner of branch) reportIssue({ ...inner, path: [...issue.path, ...inner.path] }, checked, report);
    else report({ place: yaml.at(...path), ...wrongValue(issue, yaml, path, describe(schema)) });
  }
}

/**
 * What to say of a value that its schema refuses.
 *
 * @param about the description of what belongs there
 */
function wrongValue(
  issue: z.core.$ZodIssue,
  yaml: YamlFile,
  path: readonly (string | number)[],
  about: string,
): Pick<Diagnostic, 'rule' | 'message' | 'cure'> {
  const value = valueAt(yaml.value, path);
  const words = yaml.wordsAt(...path);
  if (words !== undefined && (typeof value === 'number' || typeof value === 'boolean') && wantsText(issue)) {
    const readAs = typeof value === 'number' ? 'number' : 'yes or no';
    return {
      rule: 'value-type',
      message: `${words} cannot be used ${whereIn(path)}, because it is read as a ${readAs}`,
      cure: `put it in quotation marks: "${words}"`,
    };
  }
  if (issue.code === 'too_big' && Array.isArray(value)) {
    const most = Number(issue.maximum);
    const over = value.length - most;
    return {
      rule: 'value-type',
      message: `there are ${value.length} entries under "${String(path.at(-1))}", and at most ${most} fit`,
      cure: `take ${over === 1 ? 'one' : over} of them out`,
    };
  }
  const custom = issue.code === 'custom' ? issue.params?.rule : undefined;
  const isOurs = issue.code === 'custom' || (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid'));
  return {
    rule: custom === 'date-wrong' || custom === 'link-target' ? custom : 'value-type',
    message: `${show(value)} cannot be used ${whereIn(path)}`,
    cure: isOurs ? issue.message : wanted(issue, value, about),
  };
}

/** What a value stands for: its key, or the list that it is an entry of. */
function whereIn(path: readonly (string | number)[]): string {
  const key = path.at(-1);
  if (key === undefined) return 'here';
  const list = path.findLast((step) => typeof step === 'string');
  return typeof key === 'number' && list !== undefined ? `in the list "${list}"` : `for "${key}"`;
}

/** Whether a text would have been right. */
function wantsText(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.some((branch) => branch.some(wantsText));
  return issue.code === 'invalid_type' && issue.expected === 'string';
}

/** Of a choice between shapes, the issues of the one shape that the value comes nearest to, if there is one. */
function deepestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const fitting = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  );
  return fitting.sort((a, b) => a.length - b.length)[0];
}

/** So many values that a key can have are listed; of more, the nearest is named. */
const mostListed = 8;

function wanted(issue: z.core.$ZodIssue, value: unknown, about: string): string {
  if (issue.code === 'invalid_value' && issue.values.length > mostListed)
    return didYouMean(String(value), issue.values.map(String), 'values');
  return [expectation(issue), about].filter(Boolean).join(': ');
}

/** The beginning of a description that lists more than a message can. */
function shortened(about: string): string {
  const parts = about.split(' · ');
  return parts.length > mostListed ? `${parts.slice(0, 3).join(' · ')} and more` : about;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `write ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `write one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${issue.origin === 'string' ? ' character' : issue.origin === 'array' ? ' entry' : ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}`;
    case 'invalid_format':
      return `write a value of the form ${issue.format}`;
    default:
      return 'write another value';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, one entry a line after a hyphen',
  object: 'keys with values, one a line, indented',
  record: 'keys with values, one a line, indented',
};

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The schema that stands at a path of another, looking through options, defaults, transforms and unions. */
function schemaAt(schema: z.core.$ZodType, path: readonly (string | number)[]): z.core.$ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (schema instanceof z.ZodObject) {
    const next = schema.shape[step];
    return next && schemaAt(next, rest);
  }
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest);
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => schemaAt(option, path)).find(Boolean);
  const inner = innerOf(schema);
  return inner && schemaAt(inner, path);
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return schema.unwrap();
  if (schema instanceof z.ZodPipe) return schema.in;
  return undefined;
}

function keysOf(schema: z.core.$ZodType | undefined): readonly string[] {
  if (!schema) return [];
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  return keysOf(innerOf(schema));
}

/** The description that the schema carries for editors, without its full stop. */
function describe(schema: z.core.$ZodType | undefined): string {
  if (!schema) return '';
  const own = z.globalRegistry.get(schema)?.description?.replace(/\.$/, '');
  const inner = innerOf(schema);
  return own ?? (inner ? describe(inner) : '');
}
