import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvOfRows } from '../../scripts/press/attachments.ts';
import { openDatasets } from '../../scripts/press/data/open-datasets.ts';
import { readEdition } from '../../scripts/press/read/edition.ts';
import { listEditions } from '../../scripts/press/read/edition-names.ts';
import { diskFiles } from '../../scripts/press/read/files.ts';
import { readShared } from '../../scripts/press/read/series.ts';
import { answerEdition } from '../../scripts/press/trace/edition-answers.ts';
import { sampleData } from './sample-data.ts';

test('the rows behind an answer are counted, and given with their cells as far as is asked', async () => {
  const csv = `id,value\n${Array.from({ length: 2000 }, (_, row) => `r${row},${row}`).join('\n')}\n`;
  await using data = await sampleData({
    many: { csv, columns: { id: 'string', value: 'integer' } },
    few: { csv: 'id\nr7\n', columns: { id: 'string' } },
  });
  const of = async (sql: string) => Object.fromEntries(await data.datasets.rowsBehind(sql, 2));
  const row = (number: number) => ({
    number,
    cells: { id: { kind: 'text', text: `r${number}` }, value: { kind: 'number', decimal: String(number) } },
  });
  expect(await of('select sum(value) from many where value >= 500')).toEqual({
    many: { extent: 'followed', count: 1500, rows: [row(500), row(501)] },
  });
  expect(await of("select a.value / b.value from many a, many b where a.id = 'r9' and b.id = 'r3'")).toEqual({
    many: { extent: 'followed', count: 2, rows: [row(3), row(9)] },
  });
  expect(await of('select value from many join few using (id)')).toMatchObject({
    many: { count: 1, rows: [row(7)] },
    few: { count: 1, rows: [{ number: 0 }] },
  });
  expect(await of('from many as m where exists (select 1 from few as f where f.id = m.id)')).toMatchObject({
    few: { extent: 'whole', count: 1, rows: [] },
  });
  expect(await of('select nothing')).toEqual({});
});

test('with the rows alone that it rests on, a fact of the series has the value that it has', async () => {
  const root = join(import.meta.dirname, '../..');
  const files = diskFiles(root);
  const ignore = () => {};
  const shared = readShared(files, ignore);
  if (!shared) throw new Error('the series cannot be read');
  const folder = await mkdtemp(join(tmpdir(), 'rows-behind-'));
  try {
    await using datasets = await openDatasets(shared.dataPackage, join(root, 'data'), ignore);
    let checked = 0;
    for (const name of listEditions(files)) {
      const edition = readEdition(files, name, shared, ignore);
      if (!edition) throw new Error(`${name} cannot be read`);
      const { facts, named } = await answerEdition(edition, { files, shared, datasets }, ignore);
      // Every tenth of them: each is asked of an engine of its own.
      for (const { spec, cell } of [...facts.values()].filter((_, index) => index % 10 === 0)) {
        const behind = await datasets.rowsBehind(spec.query, 10_000, named);
        for (const { name: dataset, path } of shared.dataPackage.value.resources) {
          const csv = await readFile(join(root, 'data', path));
          const rows = behind.get(dataset);
          const kept = rows?.extent === 'whole' ? csv : csvOfRows(csv, new Set(rows?.rows.map(({ number }) => number)));
          await writeFile(join(folder, path), kept);
        }
        await using only = await openDatasets(shared.dataPackage, folder, ignore);
        const outcome = await only.query(spec.query, undefined, named);
        expect(outcome.kind === 'table' && Object.values(outcome.table.rows[0] ?? {})[0], spec.label).toEqual(cell);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(15);
  } finally {
    await rm(folder, { recursive: true });
  }
});
