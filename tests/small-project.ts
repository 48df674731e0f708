import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { withDigest } from '../scripts/data/with-digest.ts';
import { digestOf } from '../scripts/press/data/file-digest.ts';

const repository = join(import.meta.dirname, '..');

/** A project in a folder of its own: the small edition with this repository's templates, styles and labels. */
export interface SmallProject extends AsyncDisposable {
  readonly root: string;
}

/** A change to one file: its new text, what becomes of its old text, or nothing for a file that is taken away. */
export type Change = string | Uint8Array | ((text: string) => string) | undefined;

/** Several sets of changes as one: those of the same file are made one after another. */
export function together(all: readonly Readonly<Record<string, Change>>[]): Readonly<Record<string, Change>> {
  const changes = new Map<string, Change>();
  for (const [path, next] of all.flatMap((one) => Object.entries(one))) {
    const first = changes.get(path);
    if (changes.has(path) && !(typeof first === 'function' && typeof next === 'function'))
      throw new Error(`${path} can be changed twice only by functions of its text`);
    changes.set(path, typeof first === 'function' && typeof next === 'function' ? chained(first, next) : next);
  }
  return Object.fromEntries(changes);
}

function chained(first: (text: string) => string, next: (text: string) => string): (text: string) => string {
  return (text) => {
    const before = first(text);
    const after = next(before);
    if (before === text || after === before) throw new Error('one of several changes to a file changes nothing');
    return after;
  };
}

/** Makes a project from tests/editions/small, with changes by path. */
export function smallProject(changes: Readonly<Record<string, Change>> = {}): Promise<SmallProject> {
  return projectOf(['tests/editions/small', 'templates', 'styles', 'content/labels'], changes);
}

/** Makes a project from tests/editions/marked, an edition with facts in every place, with changes by path. */
export function markedProject(changes: Readonly<Record<string, Change>> = {}): Promise<SmallProject> {
  return projectOf(['tests/editions/marked', 'templates', 'styles', 'content/labels'], changes);
}

/** Makes a project from tests/editions/final, a final edition of an invented series, with changes by path. */
export function finalProject(changes: Readonly<Record<string, Change>> = {}): Promise<SmallProject> {
  return projectOf(['tests/editions/final', 'templates', 'styles', 'content/labels'], changes);
}

/**
 * Makes a project from tests/editions/wells, which the examples of docs/rules change, with changes by path. Data that they
 * change count as accepted; a digest that they change does not.
 */
export function wellsProject(changes: Readonly<Record<string, Change>> = {}): Promise<SmallProject> {
  const parts = ['tests/editions/wells', 'templates', 'styles', 'content/labels'];
  return projectOf(parts, changes, (file) => file in changes);
}

/** Makes a project from this repository's own series with one edition: its own, or a folder of tests/ put over it. */
export async function seriesWith(edition: string, changes: Readonly<Record<string, Change>>): Promise<SmallProject> {
  const parts = [
    'templates',
    'styles',
    'content/labels',
    'content/series.yaml',
    'content/sources.yaml',
    'data',
    edition,
  ];
  return projectOf(parts, changes);
}

/** Makes a project from this repository's own series, with changes by path. */
export function seriesProject(changes: Readonly<Record<string, Change>> = {}): Promise<SmallProject> {
  return projectOf(['templates', 'styles', 'content', 'data'], changes);
}

async function projectOf(
  parts: readonly string[],
  changes: Readonly<Record<string, Change>>,
  accepts: (file: string) => boolean = () => true,
): Promise<SmallProject> {
  const root = await mkdtemp(join(tmpdir(), 'small-project-'));
  for (const part of parts) {
    // A fixture is a project of its own; all else keeps its place.
    const place = part.startsWith('tests/') ? '.' : part;
    await cp(join(repository, part), join(root, place), { recursive: true, force: false });
  }
  for (const [path, change] of Object.entries(changes)) await applyChange(join(root, path), change);
  await acceptData(root, accepts);
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

/** Accepts the data of a project as they are: only tests of digests are about what is not accepted. */
export async function acceptData(root: string, accepts: (file: string) => boolean): Promise<void> {
  const file = join(root, 'data/datapackage.yaml');
  const yaml = await readFile(file, 'utf8').catch(() => '');
  const described = parseDocument(yaml);
  // A data package that a test has broken stays as it is.
  if (described.errors.length > 0) return;
  const { resources = [] } = (described.toJS() ?? {}) as { resources?: { name?: string; path?: string }[] };
  let accepted = yaml;
  for (const { name, path } of Array.isArray(resources) ? resources : []) {
    const data = await readFile(join(root, 'data', path ?? '')).catch(() => undefined);
    if (data && accepts(`data/${path}`) && name !== undefined) accepted = withDigest(accepted, name, digestOf(data));
  }
  await writeFile(file, accepted);
}

async function applyChange(file: string, change: Change): Promise<void> {
  if (change === undefined) return rm(file);
  await mkdir(dirname(file), { recursive: true });
  if (typeof change !== 'function') return writeFile(file, change);
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the change to ${file} changes nothing`);
  return writeFile(file, after);
}
