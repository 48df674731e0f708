import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { importedFiles } from '../scripts/press/imported-files.ts';
import { drawnBy } from '../scripts/press/project.ts';
import { repository } from './journey/repository-files.ts';

const press = join(repository, 'scripts/press');

/** The files of the repository that Node loads for a module, at once and later. */
function loadedFor(module: string): readonly string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const files = [];
    registerHooks({ load(url, context, next) {
      if (url.startsWith('file:') && !url.includes('/node_modules/')) files.push(url);
      return next(url, context);
    } });
    await import(process.argv[1]);
    process.stdout.write(files.map((url) => decodeURIComponent(new URL(url).pathname)).sort().join('\\n'));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script, module], { encoding: 'utf8' }).split(
    '\n',
  );
}

/** The modules that ask the cache before they find something. */
const asking = readdirSync(press, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(press, file))
  .filter((file) => /^import \{[^}]*\bcached(?:Now)?\b[^}]*\} from/m.test(readFileSync(file, 'utf8')));

/** What they load only when there is something to draw. */
const later = ['draw-map.ts', 'draw-spec.ts'].map((file) => join(press, 'charts', file));

test.each([...asking, ...later].map((file) => relative(press, file)))(
  'what %s imports is what Node loads for it',
  (file) => {
    expect(importedFiles([join(press, file)])).toEqual(expect.arrayContaining([...loadedFor(join(press, file))]));
  },
);

test('drawings depend on all that their modules import, and on the packages', () => {
  expect(asking.length).toBeGreaterThan(2);
  const wanted = [...importedFiles([...asking, ...later]), join(repository, 'package-lock.json')];
  expect(drawnBy(repository)).toEqual(expect.arrayContaining(wanted));
});

test('types are not run, so that drawings do not depend on them', () => {
  expect(importedFiles(asking)).not.toContain(join(press, 'read/edition.ts'));
});
