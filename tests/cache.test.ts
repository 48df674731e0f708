import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskMemory, remembered } from '../scripts/press/cache.ts';

let folder: string;
let code: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-'));
  code = join(folder, 'code.ts');
  await writeFile(code, 'one');
});
afterEach(() => rm(folder, { recursive: true }));

function countingDraw(): { readonly draw: () => Promise<{ svg: string }>; times: number } {
  const drawn = { times: 0, draw: async () => ({ svg: `drawing ${++drawn.times}` }) };
  return drawn;
}
const open = () => diskMemory(join(folder, 'kept'), [code]);

test('what was drawn from the same inputs is not drawn again, in another run either', async () => {
  const pen = countingDraw();
  expect(await remembered(open(), { height: 90 }, pen.draw)).toEqual({ svg: 'drawing 1' });
  expect(await remembered(open(), { height: 90 }, pen.draw)).toEqual({ svg: 'drawing 1' });
});
test('other inputs, or other code, are drawn anew', async () => {
  const pen = countingDraw();
  await remembered(open(), { height: 90 }, pen.draw);
  expect(await remembered(open(), { height: 91 }, pen.draw)).toEqual({ svg: 'drawing 2' });
  await writeFile(code, 'two');
  expect(await remembered(open(), { height: 90 }, pen.draw)).toEqual({ svg: 'drawing 3' });
});
test('a memory that cannot be written costs a drawing and nothing else', async () => {
  const pen = countingDraw();
  const broken = diskMemory(join(code, 'below a file'), [code]);
  await remembered(broken, {}, pen.draw);
  expect(await remembered(broken, {}, pen.draw)).toEqual({ svg: 'drawing 2' });
});
