import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeYaml } from './merge-yaml.ts';
import type { ShownFile } from './rule-page.ts';

const repository = join(import.meta.dirname, '../..');
const arrow = / +←$/;

/** An example as files that stand instead of those of the edition of wells, and the line that its arrow marks. */
export interface LaidExample {
  readonly changes: Readonly<Record<string, string>>;
  /** Each marked line as "file:line", in the file as it becomes. */
  readonly marked: readonly string[];
}

/** Lays what an example shows over the edition of wells: a file whole, or a piece of one with "…" for the rest. */
export function layExample(files: readonly ShownFile[]): LaidExample {
  const whole = files.map(({ path, text }) => ({ path, lines: wholeText(path, text).split('\n') }));
  return {
    changes: Object.fromEntries(
      whole.map(({ path, lines }) => [path, lines.map((line) => line.replace(arrow, '')).join('\n')]),
    ),
    marked: whole.flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => (arrow.test(line) ? [`${path}:${index + 1}`] : [])),
    ),
  };
}

function wholeText(path: string, shown: string): string {
  if (path.endsWith('.yaml') && /^ *# …$/m.test(shown)) return mergeYaml(textBefore(path), shown);
  if (path.endsWith('.css')) return shown.replace(/^\/\* … \*\/\n/, () => textBefore(path));
  return shown;
}

/** A file before the example, of the edition of wells or of what it shares with all editions. */
function textBefore(path: string): string {
  const places = [join(repository, 'tests/editions/wells', path), join(repository, path)];
  const place = places.find((file) => existsSync(file));
  if (place === undefined) throw new Error(`an example shows a piece of ${path}, and there is no such file`);
  return readFileSync(place, 'utf8');
}
