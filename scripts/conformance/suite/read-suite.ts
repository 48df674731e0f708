import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { SuiteEdition } from './suite-edition.ts';

/**
 * Reads the editions of the suite: each a markdown file with a head in YAML, which is that of an edition.yaml, and may
 * say `repeat: n`: the text is then there n times, with {n} counting.
 *
 * @throws Error when a file has no such head
 */
export async function readSuite(folder: string): Promise<readonly SuiteEdition[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const parts = /^---\n(.*?)^---\n(.*)$/ms.exec(text);
      if (!parts) throw new Error(`${join(folder, file)} does not begin with a head between two lines of ---`);
      const { repeat = 1, ...meta } = (parts[1]?.trim() ? parse(parts[1]) : {}) as Record<string, unknown>;
      const times = Array.from({ length: Number(repeat) }, (_, index) =>
        (parts[2] ?? '').replaceAll('{n}', String(index + 1)),
      );
      return { name: basename(file, '.md'), meta, markdown: times.join('\n'), notices: [] };
    }),
  );
}
