import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openDatasets } from '../../scripts/press/data/open-datasets.ts';
import type { Cell } from '../../scripts/press/data/table.ts';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { evaluateFacts } from '../../scripts/press/facts/evaluate-facts.ts';
import { formatFact } from '../../scripts/press/facts/format-fact.ts';
import { readEdition } from '../../scripts/press/read/edition.ts';
import { diskFiles } from '../../scripts/press/read/files.ts';
import { valueFormats } from '../../scripts/press/read/schemas/common.ts';
import { type FactSpec, factsSchema } from '../../scripts/press/read/schemas/facts.ts';
import { readShared } from '../../scripts/press/read/series.ts';
import { englishWording, factSpec } from './sample-facts.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/facts.md'), 'utf8');

/** The rows of the page's tables: a format, a value, a unit, and what is printed. */
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.*?) \| ?(.*?) ?\| (.*?) \|$/gm)].map(
  ([, format = '', value = '', unit = '', prints = '']) => ({
    format: format as FactSpec['format'],
    value,
    unit,
    prints,
  }),
);

test('the page on facts shows each format that there is', () => {
  expect([...new Set(rows.map(({ format }) => format))].sort()).toEqual(Object.keys(valueFormats).sort());
});

test.each(rows)('$format prints $value $unit as the page says: $prints', ({ format, value, unit, prints }) => {
  const [cell = { kind: 'missing' as const }, upTo] = value.split(' to ').map(cellFromText);
  const { value: spec } = factSpec('x', {
    format,
    ...(unit !== '' && { unit }),
    ...(format === 'percent' && { decimals: 1 }),
  });
  expect(formatFact({ cell, upTo }, spec, undefined, englishWording())).toEqual({ kind: 'text', text: prints });
});

test('the facts of the page print what it says beside them', async () => {
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => yaml).join('\n');
  const specs = factsSchema.parse(parse(blocks));
  const documented = Object.fromEntries(
    [...blocks.matchAll(/^([a-z0-9-]+):\n(?:(?: .*)?\n)*? .*# prints (.*)$/gm)].map(([, name, prints]) => [
      name,
      prints,
    ]),
  );
  const diagnostics = collectDiagnostics();
  const files = diskFiles(root);
  const shared = readShared(files, diagnostics.report);
  const edition = shared && readEdition(files, 'mali', shared, diagnostics.report);
  if (!shared || !edition) throw new Error('the Mali edition cannot be read');
  await using datasets = await openDatasets(shared.dataPackage, join(root, 'data'), diagnostics.report);
  const facts = new Map(Object.entries(specs).map(([name, spec]) => [name, factSpec(name, spec)]));
  const printed = await evaluateFacts({ ...edition, facts }, datasets, diagnostics.report);
  expect(Object.fromEntries([...printed].map(([name, { text }]) => [name, text]))).toEqual(documented);
  expect(diagnostics.list()).toEqual([]);
});

function cellFromText(written: string): Cell {
  return /^-?\d+(\.\d+)?$/.test(written) ? { kind: 'number', decimal: written } : { kind: 'text', text: written };
}
