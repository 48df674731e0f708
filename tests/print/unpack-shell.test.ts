import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shellPackage } from '../../scripts/press/print/shell-package.ts';
import { unpackOnce } from '../../scripts/press/print/unpack-once.ts';
import { unpackLibraries, unpackShell } from '../../scripts/press/print/unpack-shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the bundled shell', () => {
  const shell = shellPackage();
  if (!shell) throw new Error('@sparticuz/chromium is not installed');

  /** The package with a shell of a few bytes in the place of 209 MB; fonts and libraries are the real ones. */
  function small(): NonNullable<ReturnType<typeof shellPackage>> {
    const archives = join(folder, 'bin');
    mkdirSync(archives);
    writeFileSync(join(archives, 'chromium.br'), brotliCompressSync('a shell'));
    for (const name of ['fonts.tar.br', 'al2023.tar.br']) {
      copyFileSync(join(shell?.archives ?? '', name), join(archives, name));
    }
    return { version: '1.2.3', archives, unpacked: join(folder, 'cache', 'chromium-1.2.3') };
  }

  test('is unpacked under its version, can be run, has fonts; a second time nothing is done', async () => {
    const sentences: string[] = [];
    const packed = small();
    const { executable, fonts } = await unpackShell(packed, (sentence) => sentences.push(sentence));
    expect(executable).toBe(join(folder, 'cache', 'chromium-1.2.3', 'headless-shell'));
    expect(await readFile(executable, 'utf8')).toBe('a shell');
    expect(statSync(executable).mode & 0o111).toBe(process.platform === 'win32' ? 0 : 0o111);
    expect(readdirSync(fonts, { recursive: true }).some((name) => String(name).endsWith('.ttf'))).toBe(true);
    await unpackShell(packed, (sentence) => sentences.push(sentence));
    expect(sentences).toHaveLength(1);
  });

  test('a damaged archive leaves nothing behind, and the error says what to do', async () => {
    const packed = small();
    const whole = await readFile(join(packed.archives, 'fonts.tar.br'));
    await writeFile(join(packed.archives, 'fonts.tar.br'), whole.subarray(0, 1000));
    await expect(unpackShell(packed, () => {})).rejects.toThrow(/Unpacking the bundled browser into .*run "npm ci/);
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  test('its libraries hold NSS', async () => {
    expect(readdirSync(await unpackLibraries(small()))).toContain('libnss3.so');
  });
});

describe('a folder that is made once', () => {
  test('two at once: one wins, the folder is whole, nothing else is left', async () => {
    const target = join(folder, 'thing');
    const fill = async (unfinished: string): Promise<void> => {
      await writeFile(join(unfinished, 'a'), 'a');
      expect(existsSync(target)).toBe(false);
      await bothAreBusy();
      await writeFile(join(unfinished, 'b'), 'b');
    };
    const bothAreBusy = meeting(2);
    const made = await Promise.all([unpackOnce(target, fill), unpackOnce(target, fill)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['thing']);
    expect(readdirSync(target).sort()).toEqual(['a', 'b']);
  });

  test('a failure leaves nothing that could be taken for it', async () => {
    const target = join(folder, 'thing');
    const fill = async (unfinished: string): Promise<void> => {
      await writeFile(join(unfinished, 'a'), 'a');
      throw new Error('disk full');
    };
    await expect(unpackOnce(target, fill)).rejects.toThrow('disk full');
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Resolves for all when so many have come. */
function meeting(count: number): () => Promise<void> {
  let missing = count;
  const { promise, resolve } = Promise.withResolvers<void>();
  return () => {
    missing -= 1;
    if (missing === 0) resolve();
    return promise;
  };
}
