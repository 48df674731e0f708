import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a project, read only. Paths are relative to its root, with forward slashes. */
export interface Files {
  /** The file's bytes, or undefined where there is no such file. */
  bytes(path: string): Uint8Array | undefined;
  /** The names in a folder, sorted by code unit; none where there is no such folder. */
  list(folder: string): readonly string[];
}

/** The files below a folder of the disk. */
export function diskFiles(root: string): Files {
  return {
    bytes: (path) => orNothing(`reading ${path}`, () => readFileSync(join(root, path))),
    list: (folder) => orNothing(`listing ${folder}`, () => readdirSync(join(root, folder)).sort()) ?? [],
  };
}

/** Files that are held in memory: path to text or bytes. */
export function memoryFiles(entries: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    bytes(path) {
      const entry = entries[path];
      return typeof entry === 'string' ? new TextEncoder().encode(entry) : entry;
    },
    list(folder) {
      const below = Object.keys(entries).filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))].sort();
    },
  };
}

/** A file as text: UTF-8, without a byte order mark and with plain line ends. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
}

/** A file of a project as text; no text where there is no such file. */
export function sourceIn(files: Files, path: string): string {
  const bytes = files.bytes(path);
  return bytes ? textOf(bytes) : '';
}

function orNothing<Result>(doing: string, act: () => Result): Result | undefined {
  try {
    return act();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Error(`${doing} failed: check that this account may read it`, { cause });
  }
}
