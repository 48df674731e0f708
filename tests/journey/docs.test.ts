import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { readGuide } from '../../scripts/tools/pictures/guide.ts';
import { isDraft } from './is-draft.ts';
import { repository, repositoryFiles } from './repository-files.ts';

const files = repositoryFiles();
const folders = new Set(files.flatMap((path) => ancestors(path)));
const commands = Object.keys(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).scripts);
const docs = files.filter((path) => /^([A-Z-]+|docs\/.*)\.md$/.test(path));

test('the docs are found', () => expect(docs).toContain('CONTRIBUTING.md'));

describe.each(docs)('%s', (doc) => {
  const text = readFileSync(join(repository, doc), 'utf8');
  const code: string[] = [];
  const links: string[] = [];
  visit(unified().use(remarkParse).parse(text), (node: Nodes) => {
    if (node.type === 'inlineCode') code.push(node.value);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') links.push(node.url);
  });

  test('names only commands that there are', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });

  test('names only files that there are, or that it has its reader make', () => {
    const made = readGuide(text).flatMap((step) => (step.kind === 'write' ? step.path : []));
    expect(code.filter((span) => isPath(span) && !isThere(span) && !made.includes(span))).toEqual([]);
  });

  test('links only to files that there are', () => {
    const local = links.filter((url) => !/^([a-z]+:|#)/i.test(url)).map((url) => url.replace(/#.*$/, ''));
    expect(local.filter((url) => !existsSync(join(repository, dirname(doc), decodeURI(url))))).toEqual([]);
  });
});

test('every edition that is no draft shows its cover, a page of text, one of charts and its notes', () => {
  const editions = files.flatMap((path) => /^content\/([^/]+)\/edition\.yaml$/.exec(path)?.[1] ?? []);
  const wanted = editions
    .filter((edition) => !isDraft(edition))
    .flatMap((edition) => ['cover', 'text', 'chart', 'notes'].map((kind) => `docs/pages/${edition}-${kind}.png`));
  expect(wanted.filter((path) => !files.includes(path))).toEqual([]);
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  expect(wanted.filter((path) => !readme.includes(path))).toEqual([]);
});

test('common changes have a table: what, which files, which test, which command afterwards', () => {
  const markdown = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
  const [, table = ''] = /## Common changes[\s\S]*?\|---\|---\|---\|---\|\n([\s\S]*?)\n\n/.exec(markdown) ?? [];
  const rows = table.split('\n').map((row) => row.split('|').slice(1, -1));
  expect(rows.length).toBeGreaterThanOrEqual(15);
  const spans = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  for (const [change, where, how, then] of rows) {
    const [paths, testFiles] = [spans(where), spans(how)];
    expect({ change, paths }).toEqual({
      change,
      paths: paths.filter((path) => (isThere(path) && path.includes('/')) || files.includes(path)),
    });
    expect(paths.length, change).toBeGreaterThan(0);
    expect(
      testFiles.filter((path) => !/^tests\/.*\.test\.ts$/.test(path) || !files.includes(path)),
      change,
    ).toEqual([]);
    expect(testFiles.length, change).toBeGreaterThan(0);
    expect(spans(then).length, change).toBeGreaterThan(0);
  }
});

test('every command of package.json is in the list of commands', () => {
  const list = readFileSync(join(repository, 'docs/commands.md'), 'utf8');
  const missing = commands.filter((name) => !list.includes(name === 'test' ? '`npm test`' : `\`npm run ${name}`));
  expect(missing).toEqual([]);
});

test('README is read in a few minutes', () => {
  expect(readFileSync(join(repository, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(130);
});

/** Whether a span of code is the path of a file or folder here: it begins in one of ours, or is a file's name. */
function isPath(span: string): boolean {
  if (!/^[\w.<>*-]+(\/[\w.<>*-]+)*\/?$/.test(span)) return false;
  if (span.includes('/')) return folders.has(`${span.slice(0, span.indexOf('/'))}/`);
  return /[\w>*]\.(ts|mjs|js|json|ya?ml|md|css|hbs|csv|geojson)$/.test(span);
}

/** Placeholders stand for any name: <edition>, *, and NN for two digits. A bare file name may be anywhere. */
function isThere(span: string): boolean {
  const pattern = span
    .split(/(<[\w-]+>|\*|\bNN\b)/)
    .map((part, index) => (index % 2 === 0 ? RegExp.escape(part) : part === 'NN' ? '\\d\\d' : '[^/]+'))
    .join('');
  const start = span.includes('/') ? '^' : '(^|/)';
  const whole = new RegExp(`${start}${pattern}${span.endsWith('/') ? '' : '/?'}$`);
  return files.some((path) => whole.test(path)) || [...folders].some((path) => whole.test(path));
}

/** The folders above a file, each with its slash. */
function ancestors(path: string): readonly string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}
