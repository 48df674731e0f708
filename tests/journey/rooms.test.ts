import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, repositoryFiles } from './repository-files.ts';

const sources = repositoryFiles().filter((path) => /^scripts\/.*\.(ts|js|mjs)$/.test(path) && !path.endsWith('.d.ts'));

const mostFiles = 25;
/** Folders that are still to be rebuilt from modules of one concept each. They may shrink, and none may join them. */
const toRebuild = new Set(['scripts/press/data', 'scripts/press/page']);

test('no modules import one another in a circle, not even their types', () => {
  const imports = new Map(sources.map((path) => [path, importsOf(path)]));
  const edges = [...imports.values()].flatMap((imported) => [...imported]);
  expect(imports.get('scripts/press/project.ts')).toContain('scripts/press/data/open-datasets.ts');
  expect(edges.filter((path) => !imports.has(path) && /^scripts\/.*(?<!\.d)\.ts$/.test(path))).toEqual([]);
  expect(inCircles(imports)).toEqual([]);
});

test('circles of any length are found, without what leads to them or out of them', () => {
  const imports = { a: ['b'], b: ['c'], c: ['d', 'e'], d: ['b'], e: [], f: ['f', 'e'] };
  expect(inCircles(new Map(Object.entries(imports).map(([path, of]) => [path, new Set(of)])))).toEqual([
    'b',
    'c',
    'd',
    'f',
  ]);
});

test('no folder holds more source files than one can keep in mind', () => {
  const byFolder = Map.groupBy(sources, dirname);
  const large = [...byFolder].filter(([, files]) => files.length > mostFiles).map(([folder]) => folder);
  expect(byFolder.size).toBeGreaterThan(50);
  expect(new Set(large)).toEqual(toRebuild);
});

/** What a source file imports of the repository, its types too. The formatter writes every import as is looked for here. */
function importsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(join(repository, path), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm);
  return new Set([...found].map(([, whole, later]) => join(dirname(path), whole ?? later ?? '')));
}

/** The files on a way of imports that leads back to where it begins. */
function inCircles(imports: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const reached = (from: string): ReadonlySet<string> => {
    const found = new Set(imports.get(from));
    // A set that grows gives what is added while it is walked through.
    for (const path of found) for (const next of imports.get(path) ?? []) found.add(next);
    return found;
  };
  return [...imports.keys()].filter((path) => reached(path).has(path));
}
