import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEngine } from '../../scripts/press/data/open-engine.ts';

test('the engine itself reads the files that it was given and nothing else, and stays so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  try {
    const [given, other] = [join(folder, 'given.csv'), join(folder, 'other.csv')];
    await writeFile(given, 'a\n1\n');
    await writeFile(other, 'a\n2\n');
    await using engine = await openEngine([given]);
    const { connection } = engine;
    const answer = await connection.runAndReadAll(`select a from read_csv('${given}')`);
    expect(answer.getRowsJS()).toEqual([[1n]]);
    for (const sql of [
      `from read_csv('${other}')`,
      `from read_text('${join(folder, '..', 'x')}')`,
      `from '${other}'`,
      `copy (select 1) to '${join(folder, 'out.csv')}'`,
      `attach '${join(folder, 'x.db')}'`,
      'set threads = 2',
      'set enable_external_access = true',
      `set allowed_paths = ['${other}']`,
      'install httpfs',
    ]) {
      await expect(connection.run(sql), sql).rejects.toThrow();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
