import { existsSync, globSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';

const settings: unknown = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));
const schemas = Object.entries((settings as { 'yaml.schemas': Record<string, string> })['yaml.schemas']);

test('each YAML file that authors and designers write has the one schema of its kind', () => {
  const files = globSync('{content,data,styles}/**/*.yaml').sort();
  expect(files.length).toBeGreaterThan(40);
  const found = files.map((file) => [file, schemas.filter(([, files]) => matchesGlob(file, files)).length]);
  expect(found).toEqual(files.map((file) => [file, 1]));
});

test('each schema is there, and some file is of its kind', () => {
  for (const [schema, files] of schemas) {
    expect(existsSync(schema), schema).toBe(true);
    expect(globSync(files).length, files).toBeGreaterThan(0);
  }
});
