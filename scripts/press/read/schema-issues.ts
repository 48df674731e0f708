import { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { valueAt, type YamlFile } from './yaml-file.ts';

/** What was checked: a part of a file against a schema. */
interface Checked {
  readonly yaml: YamlFile;
  readonly path: readonly (string | number)[];
  readonly schema: z.ZodType;
}

/** Turns what a schema found into diagnostics that speak of the author's own keys and words. */
export function reportIssues(issues: readonly z.core.$ZodIssue[], checked: Checked, report: Report): void {
  for (const issue of issues) reportIssue(issue, checked, report);
}

function reportIssue(issue: z.core.$ZodIssue, checked: Checked, report: Report): void {
  const { yaml } = checked;
  const below = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...checked.path, ...below];
  const key = path.at(-1);
  const value = valueAt(yaml.value, path);
  const about = describe(schemaAt(checked.schema, below));

  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(checked.schema, below));
    for (const unknown of issue.keys) {
      report({
        rule: 'key-unknown',
        place: yaml.keyAt(...path, unknown),
        message: `there is no key "${unknown}" here`,
        cure: didYouMean(unknown, known, 'keys'),
      });
    }
  } else if (issue.code === 'invalid_key') {
    report({
      rule: 'value-type',
      place: yaml.keyAt(...path),
      message: `"${String(key)}" cannot be a name here`,
      cure: issue.issues[0]?.message ?? 'use small letters, digits and hyphens',
    });
  } else if (value === undefined) {
    report({
      rule: 'key-missing',
      place: yaml.keyAt(...path.slice(0, -1)),
      message: `the key "${String(key)}" is missing`,
      cure: about ? `add "${String(key)}: …" (${shortened(about)})` : `add "${String(key)}: …"`,
    });
  } else if (issue.code === 'invalid_union') {
    const deepest = deepestBranch(issue);
    if (deepest)
      for (const inner of deepest) reportIssue({ ...inner, path: [...issue.path, ...inner.path] }, checked, report);
    else wrongValue();
  } else wrongValue();

  function wrongValue(): void {
    const words = yaml.wordsAt(...path);
    if (words !== undefined && (typeof value === 'number' || typeof value === 'boolean') && wantsText(issue)) {
      report({
        rule: 'value-type',
        place: yaml.at(...path),
        message: `${words} cannot stand ${whereIn(path)}, since it is read as a ${typeof value === 'number' ? 'number' : 'yes or no'}`,
        cure: `put it in quotation marks: "${words}"`,
      });
      return;
    }
    if (issue.code === 'too_big' && Array.isArray(value)) {
      const most = Number(issue.maximum);
      const over = value.length - most;
      report({
        rule: 'value-type',
        place: yaml.at(...path),
        message: `there are ${value.length} entries under "${String(key)}", and at most ${most} fit`,
        cure: `take ${over === 1 ? 'one' : over} of them out`,
      });
      return;
    }
    const custom = issue.code === 'custom' ? issue.params?.rule : undefined;
    const own = issue.code === 'custom' || (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid'));
    report({
      rule: custom === 'date-wrong' || custom === 'link-target' ? custom : 'value-type',
      place: yaml.at(...path),
      message: `${show(value)} cannot stand ${whereIn(path)}`,
      cure: own ? issue.message : wanted(issue, value, about),
    });
  }
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
const listed = 8;

function wanted(issue: z.core.$ZodIssue, value: unknown, about: string): string {
  if (issue.code === 'invalid_value' && issue.values.length > listed)
    return didYouMean(String(value), issue.values.map(String), 'values');
  return [expectation(issue), about].filter(Boolean).join(': ');
}

/** The beginning of a description that lists more than a message can. */
function shortened(about: string): string {
  const parts = about.split(' · ');
  return parts.length > listed ? `${parts.slice(0, 3).join(' · ')} and more` : about;
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
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap();
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
