import type { DatasetDescriptor, FieldDescriptor } from '../read/schemas/data-package.ts';
import { columnTypes } from './column-types.ts';
import { periodForms } from './period-end.ts';
import { quoteName, quoteText } from './quote-sql.ts';

/** One thing that is asked of the cells of a column, over the table of their words. */
export type CellCheck = (
  | { readonly kind: 'cell' /** An SQL condition: the row breaks it. */; readonly bad: string }
  | { readonly kind: 'repeat' /** An SQL expression that no two rows may share. */; readonly key: string }
) & {
  /** The column whose cell is pointed at. */
  readonly column: string;
  /** What is wrong: "is not a whole number", put after the cell's words. */
  readonly fault: string;
  readonly cure: string;
};

/** All that a descriptor asks of its cells (Table Schema 1, types and constraints; `dated_by` is ours). */
export function cellChecks({ schema, dated_by }: DatasetDescriptor): readonly CellCheck[] {
  const key = typeof schema.primaryKey === 'string' ? [schema.primaryKey] : (schema.primaryKey ?? []);
  const checks = schema.fields.flatMap((field) => fieldChecks(field, key.includes(field.name), schema.missingValues));
  const dated = schema.fields.find(({ name }) => name === dated_by);
  if (dated) checks.push(datedCheck(dated));
  const [last] = key.slice(-1);
  if (last !== undefined) checks.push(repeatCheck(last, key));
  return checks;
}

function fieldChecks(field: FieldDescriptor, isKey: boolean, missingValues: readonly string[]): CellCheck[] {
  const { name, type, constraints = {} } = field;
  const cell = quoteName(name);
  const { fits, wants, example } = columnTypes[type];
  const required = constraints.required === true || isKey;
  const orMissing = required || !missingValues.includes('') ? '' : ', or leave the cell empty if it is not known';
  // Whether a missing cell is a fault is asked once, by itself.
  const check = (bad: string, fault: string, cure: string) =>
    cellCheck(name, `${cell} is not null and ${bad}`, { fault, cure });
  const checks: CellCheck[] = [];
  if (type !== 'string' && type !== 'any') {
    checks.push(check(`not (${fits(cell)})`, `is not ${wants}`, `write ${wants} such as ${example}${orMissing}`));
  }
  if (required) {
    checks.push(cellCheck(name, `${cell} is null`, { fault: 'is missing', cure: 'fill it in: every row needs it' }));
  }
  if (constraints.unique) checks.push(repeatCheck(name, [name]));
  if (constraints.enum) {
    const allowed = constraints.enum.map(String);
    checks.push(check(`not (${isOneOf(field, allowed)})`, 'is not one of the values', `write ${orList(allowed)}`));
  }
  if (constraints.pattern !== undefined) {
    const { pattern } = constraints;
    const bad = `not regexp_full_match(${cell}, ${quoteText(pattern)})`;
    checks.push(check(bad, 'does not have the form of its column', `write it in the form ${pattern}${orMissing}`));
  }
  if (constraints.minimum !== undefined) {
    const least = String(constraints.minimum);
    checks.push(check(`${inOrder(field, cell)} < ${inOrder(field, quoteText(least))}`, ...bound('less', least)));
  }
  if (constraints.maximum !== undefined) {
    const most = String(constraints.maximum);
    checks.push(check(`${inOrder(field, cell)} > ${inOrder(field, quoteText(most))}`, ...bound('more', most)));
  }
  return checks;
}

function cellCheck(column: string, bad: string, words: Pick<CellCheck, 'fault' | 'cure'>): CellCheck {
  return { kind: 'cell', column, bad, ...words };
}

function repeatCheck(column: string, columns: readonly string[]): CellCheck {
  const names = columns.map(quoteName);
  const [only] = names;
  return {
    kind: 'repeat',
    column,
    key: names.length === 1 && only !== undefined ? only : `row(${names.join(', ')})`,
    fault: columns.length === 1 ? 'stands in an earlier row too' : `repeats ${columns.join(', ')} of an earlier row`,
    cure: 'take one of the two rows out, or correct it',
  };
}

/** A row without a date could not be held against the data cut-off, so each has one. */
function datedCheck({ name, type }: FieldDescriptor): CellCheck {
  const cell = quoteName(name);
  const bad = type === 'date' || type === 'year' ? `${cell} is null` : `period_end(${cell}) is null`;
  const fault = 'is not a date or period that can be compared with the data cut-off';
  return cellCheck(name, bad, { fault, cure: `write it as ${periodForms}` });
}

function isOneOf(field: FieldDescriptor, allowed: readonly string[]): string {
  const literals = allowed.map((value) => inOrder(field, quoteText(value)));
  return `${inOrder(field, quoteName(field.name))} in (${literals.join(', ')})`;
}

function inOrder(field: FieldDescriptor, operand: string): string {
  const { ordered } = columnTypes[field.type];
  return ordered === undefined || ordered === 'VARCHAR' ? operand : `try_cast(${operand} as ${ordered})`;
}

function bound(than: 'less' | 'more', limit: string): [fault: string, cure: string] {
  const side = than === 'less' ? 'or more' : 'or less';
  return [`is ${than} than ${limit}`, `write ${limit} ${side}, or change the limit in datapackage.yaml`];
}

function orList(words: readonly string[]): string {
  const shown = words.slice(0, 12);
  const last = shown.at(-1) ?? '';
  if (shown.length < words.length) return `one of ${shown.join(', ')} and so on`;
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`;
}
