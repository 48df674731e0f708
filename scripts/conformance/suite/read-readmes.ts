import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readmeEdition } from './readme-edition.ts';
import type { SuiteEdition } from './suite-edition.ts';

/**
 * Reads the readme files of installed packages as editions.
 *
 * @param list a YAML list of packages
 * @param packages the folder node_modules
 * @param missingFrom the characters of a text that no font of the series has
 * @throws Error when a package has no readme file
 */
export async function readReadmes(
  list: string,
  packages: string,
  missingFrom: (text: string) => readonly string[],
): Promise<readonly SuiteEdition[]> {
  const names = z.array(z.string()).parse(parse(await readFile(list, 'utf8')));
  return Promise.all(
    names.map(async (name) => {
      const folder = join(packages, name);
      const file = (await readdir(folder)).find((entry) => /^readme(\.md|\.markdown)?$/i.test(entry));
      if (file === undefined) throw new Error(`${list}: the package "${name}" has no readme file; take another`);
      const readme = await readFile(join(folder, file), 'utf8');
      return readmeEdition(name, readme, new Set(missingFrom(readme)));
    }),
  );
}
