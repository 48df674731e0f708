import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { filledIn } from '../../scripts/press/numbers/printed-text.ts';
import { markdownRuns } from '../../scripts/press/numbers/section-texts.ts';
import { findNumerals } from '../../scripts/press/numerals/find-numerals.ts';
import type { NumeralKind } from '../../scripts/press/numerals/numeral.ts';
import { type Annotated, type Score, score, total } from './score.ts';

/** What was read in the readme files of installed packages: a row for each numeral, by its place in the file. */
const rows = readFileSync(join(import.meta.dirname, 'readmes.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const readmes = Map.groupBy(
  rows.map((row) => {
    const [name = '', version = '', file = '', offset, length, kind] = row.split('\t');
    const start = Number(offset);
    return { name, version, file, numeral: { kind: kind as NumeralKind, start, end: start + Number(length) } };
  }),
  ({ name, version, file }) => [name, version, file].join('\t'),
);
const packages = join(import.meta.dirname, '../../node_modules');
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

test('in prose that nobody here wrote, precision and recall are at least 0.98', () => {
  const scores = [...readmes].map(([key, annotated]) => {
    const [name = '', version, file = ''] = key.split('\t');
    const { version: installed } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
    expect(`${name} ${installed}`, 'read the file anew where its package has changed').toBe(`${name} ${version}`);
    const source = readFileSync(join(packages, name, file), 'utf8');
    return scoreOf(
      source,
      annotated.map(({ numeral }) => numeral),
    );
  });
  const { there, precision, recall, missed, extra, line } = total(scores);
  console.log(`numerals in ${readmes.size} readme files: ${line}`);
  for (const words of missed) console.log(`  not found: ${words}`);
  for (const words of extra) console.log(`  not there: ${words}`);
  expect(there).toBeGreaterThanOrEqual(300);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
});

/** Finds in the runs of the prose, without code, and compares by offsets in the file. */
function scoreOf(source: string, annotated: readonly Annotated[]): Score {
  const tree = withoutCode(parser.parse(source)) as Root;
  const found = markdownRuns(tree, source).flatMap(({ text, offsets }) =>
    findNumerals(text, 'en').map((numeral) => ({
      ...numeral,
      start: offsets[numeral.start] ?? 0,
      end: (offsets[numeral.end - 1] ?? 0) + 1,
    })),
  );
  return score(source, annotated, found);
}

function withoutCode(node: Nodes): Nodes {
  if (node.type === 'inlineCode') return { ...node, value: filledIn };
  if (node.type === 'code' || node.type === 'image') return { type: 'html', value: '' };
  return 'children' in node ? ({ ...node, children: node.children.map((child) => withoutCode(child)) } as Nodes) : node;
}
