import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds the source files that modules run: the modules, all that they import, and so on. Imports of types are not run, and
 * packages are left out.
 *
 * @param modules absolute paths
 * @returns absolute paths, in order
 */
export function importedFiles(modules: readonly string[]): readonly string[] {
  const files = new Set(modules);
  // A set that grows gives what is added while it is walked through.
  for (const file of files) {
    for (const [, whole, later] of readFileSync(file, 'utf8').matchAll(imports)) {
      const path = whole ?? later;
      if (path !== undefined) files.add(join(dirname(file), path));
    }
  }
  return [...files].sort();
}

/** As the formatter writes them: an import or export at the beginning of a line, or an import that waits until it is needed. */
const imports = /^(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?'(\.[^']+)';|\bimport\('(\.[^']+)'\)/gm;
