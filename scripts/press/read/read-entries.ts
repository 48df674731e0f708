import type { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import { wholeFileOf } from './broken.ts';
import type { Located } from './edition.ts';
import { name } from './schemas/common.ts';
import { checkValue, type YamlFile } from './yaml-file.ts';

/** One entry of a map or list of like things. */
interface Entry<Value> {
  /** Its key in a map, its number in a list. */
  readonly key: string;
  readonly entry: Located<Value>;
}

/**
 * Checks the entries of a YAML map or list one by one, so that one that is wrong does not hide the others.
 *
 * @param kind what an entry is; a wrong one is noted as "<kind> <name>" in `broken`
 */
export function readEntries<Schema extends z.ZodType>(
  yaml: YamlFile,
  kind: string,
  schema: Schema,
  broken: Set<string>,
  report: Report,
): readonly Entry<z.output<Schema>>[] {
  const { value } = yaml;
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') {
    report({
      rule: 'value-type',
      place: yaml.at(),
      message: `this file holds one value instead of ${kind}s`,
      cure: `write each ${kind} under a name of its own`,
    });
    broken.add(wholeFileOf(kind));
    return [];
  }
  return Object.entries(value).flatMap(([key, raw]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    const entry = checkValue(yaml, [step], schema, report);
    const named = Array.isArray(value) || isName(yaml, key, report);
    if (entry && named) return [{ key, entry }];
    broken.add(`${kind} ${Array.isArray(value) ? idOf(raw) : key}`);
    return [];
  });
}

function isName(yaml: YamlFile, key: string, report: Report): boolean {
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
