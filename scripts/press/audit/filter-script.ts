import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let script: string | undefined;

/** The script of an audit's page, which is part of the press as its code is. */
export function filterScript(): string {
  script ??= readFileSync(join(import.meta.dirname, 'filter.js'), 'utf8').trim();
  return script;
}
