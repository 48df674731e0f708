import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../scripts/press/data/limits.ts';
import { writeAnswer } from './sample-data.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'million-rows-'));
  const rows = `select range as id, 'ML' || (range % 57)::varchar as region, 'actor number ' || (range % 1013) as actor,
    (range * 7919) % 100000 as killed, ((range % 997) / 100.0)::decimal(9, 2) as share,
    date '1990-01-01' + (range % 11000)::integer as day from range(1000000)`;
  for (const name of ['events.csv', 'events.parquet']) await writeAnswer(rows, join(folder, name));
});
afterAll(() => rm(folder, { recursive: true }));

const number = (decimal: string) => ({ kind: 'number', decimal });

test.each(['events.csv', 'events.parquet'])(
  'a million rows of %s are checked and queried in bounded memory',
  async (file) => {
    const script = join(import.meta.dirname, 'million-rows.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder, file]);
    const { messages, answers, megabytes } = JSON.parse(stdout);
    expect(messages).toEqual([expect.stringContaining('dataset-digest')]);
    expect(answers).toEqual([
      [{ mean: number('49999.5') }],
      [{ region: { kind: 'text', text: 'ML17' }, killed: number('877517980') }],
      [{ ids: number('1000000') }],
      [{ id: number('23753') }],
      [{ id: number('0') }],
      [[5000, [0, 341, 442]]],
    ]);
    // The engine's own share, and room for the runtime, its code and what passes through it.
    expect(megabytes).toBeLessThan(limits.memoryMegabytes + 450);
  },
);
