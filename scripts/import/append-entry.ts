import { stringify } from 'yaml';
import { appendWritten } from './append-written.ts';

/**
 * The text of a YAML file with entries at the end of a list of it. What was there stays as it was written.
 *
 * @param key the list's key; undefined where the file is the list
 */
export function appendEntries(
  yaml: string,
  key: string | undefined,
  entries: readonly Readonly<Record<string, unknown>>[],
): string {
  if (entries.length === 0) return yaml;
  return appendWritten(yaml, key, entries.map((entry) => stringify([entry], { lineWidth: 0 })).join('\n'));
}
