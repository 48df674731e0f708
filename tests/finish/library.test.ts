import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const library = resolve(import.meta.dirname, '../../scripts/press/finish');
const files = readdirSync(library, { recursive: true, encoding: 'utf8' });
const sources = files.filter((file) => file.endsWith('.ts'));

/** What a file imports, from the library's folder where it is a file. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(library, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? relative(library, resolve(library, dirname(file), name)) : name,
  );
}

/** The folder of the library that a file is in, however deep. */
const partOf = (file: string) => file.split('/')[0] ?? '';

test('the finisher needs nothing of the press and no package, so that it can be published alone', () => {
  const foreign = sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => !isBuiltin(name) && !sources.includes(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(sources.length).toBeGreaterThan(40);
  expect(foreign).toEqual([]);
});

test('its README names each of its folders', () => {
  const readme = readFileSync(join(library, 'README.md'), 'utf8');
  const folders = new Set(sources.filter((file) => file.includes('/')).map((file) => dirname(file)));
  expect([...folders].filter((folder) => !readme.includes(`\`${folder}/\``))).toEqual([]);
});

test('the press uses it by its entry alone', () => {
  const press = resolve(library, '..');
  const users = [press, resolve(press, '../preview')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const past = users
    .filter((file) => file.endsWith('.ts') && !file.startsWith(`${library}/`))
    .filter((file) => /from '[^']*\/finish\/(?!index\.ts')/.test(readFileSync(file, 'utf8')));
  expect(past).toEqual([]);
});

test('its folders lean on each other one way', () => {
  const leans = new Map<string, Set<string>>();
  for (const file of sources.filter((name) => name.includes('/'))) {
    const folder = partOf(file);
    const others = importsOf(file).filter((name) => name.includes('/') && partOf(name) !== folder);
    leans.set(folder, new Set([...(leans.get(folder) ?? []), ...others.map(partOf)]));
  }
  /** Folders from the lowest up: each leans only on those before it. */
  const order: string[] = [];
  for (let left = [...leans.keys()]; left.length > 0; left = left.filter((folder) => !order.includes(folder))) {
    const next = left.find((folder) => [...(leans.get(folder) ?? [])].every((other) => order.includes(other)));
    expect(next, `in a circle: ${left.join(', ')}`).toBeDefined();
    order.push(next ?? '');
  }
  expect(order.indexOf('file')).toBeLessThan(order.indexOf('structure'));
});
