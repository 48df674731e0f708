import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdLock } from '../../scripts/setup/lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
  lock = join(folder, '.set-up.tmp');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second command waits until the first is done', async () => {
  const first = await holdLock(lock, () => {});
  const order: string[] = [];
  const second = holdLock(lock, () => {
    order.push('waits');
    first.release();
  });
  (await second).release();
  expect(order).toEqual(['waits']);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a dead process holds nobody up', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), JSON.stringify({ host: hostname(), pids: [dead] }));
  const held = await holdLock(lock, () => expect.unreachable('it waited for a dead process'));
  expect(existsSync(lock)).toBe(true);
  held.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock outlives its owner while the program that it started lives', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), JSON.stringify({ host: hostname(), pids: [dead, process.pid] }));
  let waited = false;
  const held = await holdLock(lock, () => {
    waited = true;
    rmSync(lock, { recursive: true });
  });
  held.release();
  expect(waited).toBe(true);
});
