import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';

/**
 * The files of a project, read only. Paths are relative to its root, with forward slashes. Only regular files are read whose
 * real path lies within the project and which are no larger than `fileLimits` says: a link may stand for a secret of the
 * machine, and a device or a pipe has no end.
 */
export interface Files {
  /** The file's bytes, or undefined where there is no such file, or one that is refused. */
  bytes(path: string): Uint8Array | undefined;
  /** The names in a folder, sorted by code unit; none where there is no such folder, or one that is refused. */
  list(folder: string): readonly string[];
  /** Why what stands there is not read as what it should be; undefined where there is nothing, or nothing against it. */
  refusal(path: string, as: 'file' | 'folder' | 'either'): Refusal | undefined;
}

/** What to report of a file that is there and is not read. Nothing that stands in it is told. */
type Refusal = Omit<Diagnostic, 'severity'>;

/** The most bytes that a file may have, by what it is. Raw exports of millions of rows have some hundred million. */
export const fileLimits = { text: 20_000_000, picture: 100_000_000, data: 2_000_000_000 } as const;

/** What stands at a path, once links are followed: `path` is where it really is. */
export type Found =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The files below a folder of the disk. */
export function diskFiles(root: string): Files {
  return {
    bytes: (path) => doing(`reading ${path}`, () => readWithin(root, path, 3)),
    list: (folder) =>
      doing(`listing ${folder}`, () => {
        const found = findWithin(root, folder);
        return (found.kind === 'folder' && orNothing(() => readdirSync(found.path).sort())) || [];
      }),
    refusal: (path, as) =>
      doing(`looking for ${path}`, () => {
        const found = findWithin(root, path);
        if (found.kind === 'refused') return found.refusal;
        if (found.kind === 'none' || as === 'either' || found.kind === as) return undefined;
        return found.kind === 'folder'
          ? refused(path, 'is a folder where a file belongs', 'give it another name, or put a file in its place')
          : refused(path, 'is a file where a folder belongs', 'give it another name, or put a folder in its place');
      }),
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
    refusal: () => undefined,
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

/** The names in a folder that need not be there; one that is refused is reported. */
export function listIn(files: Files, folder: string, report: Report): readonly string[] {
  const refusal = files.refusal(folder, 'folder');
  if (refusal) report(refusal);
  return files.list(folder);
}

/** The bytes of a file that need not be there; one that is refused is reported. */
export function bytesIn(files: Files, path: string, report: Report): Uint8Array | undefined {
  const bytes = files.bytes(path);
  const refusal = bytes ? undefined : files.refusal(path, 'file');
  if (refusal) report(refusal);
  return bytes;
}

/**
 * What stands at a path below a folder of the disk, for programs that open files themselves.
 *
 * @param root the folder that real paths must lie in
 * @throws Error of the system where this account may not look
 */
export function findWithin(root: string, path: string): Found {
  const named = join(root, path);
  const real = orNothing(() => realpathSync.native(named));
  if (real === undefined) {
    if (isLink(named)) {
      const cure = 'put the file itself in its place';
      return { kind: 'refused', refusal: refused(path, 'is a link that leads nowhere', cure) };
    }
    // What is missing below a link is missing because of it.
    const above = dirname(path) === '.' ? undefined : findWithin(root, dirname(path));
    return above?.kind === 'refused' ? above : { kind: 'none' };
  }
  const realRoot = realpathSync.native(root);
  if (real !== realRoot && !real.startsWith(realRoot.endsWith(sep) ? realRoot : `${realRoot}${sep}`)) {
    const cure = 'put the file itself in the project, if it is to be published, or take the link away';
    return { kind: 'refused', refusal: refused(path, 'leads out of the project by a link', cure) };
  }
  const state = orNothing(() => lstatSync(real));
  if (!state) return { kind: 'none' };
  if (state.isDirectory()) return { kind: 'folder', path: real };
  if (!state.isFile()) {
    const cure = 'put a file in its place, or take it away';
    return { kind: 'refused', refusal: refused(path, 'is neither a file nor a folder but a device or a pipe', cure) };
  }
  const limit = limitOf(path);
  return state.size <= limit ? { kind: 'file', path: real } : { kind: 'refused', refusal: tooLarge(path, state.size) };
}

/**
 * Reads a file by one handle, of which all is known before the first byte is read.
 *
 * @param attempts how often it is opened where another file takes its place meanwhile, as when an editor saves it
 */
function readWithin(root: string, path: string, attempts: number): Uint8Array | undefined {
  const found = findWithin(root, path);
  if (found.kind !== 'file') return undefined;
  // What has become a pipe or a link meanwhile neither waits nor is followed. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = orNothing(() => openSync(found.path, flags));
  if (handle !== undefined) {
    try {
      const opened = fstatSync(handle);
      // A folder on the way may have become a link out since it was looked at: then this is another file.
      const again = findWithin(root, path);
      const now = again.kind === 'file' ? orNothing(() => lstatSync(again.path)) : undefined;
      if (opened.isFile() && now?.ino === opened.ino && now.dev === opened.dev) {
        return readHandle(handle, Math.min(opened.size, limitOf(path)));
      }
    } finally {
      closeSync(handle);
    }
  }
  return attempts > 1 ? readWithin(root, path, attempts - 1) : undefined;
}

function readHandle(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(handle, bytes, length, size - length, null);
  }
  return bytes.subarray(0, length);
}

function limitOf(path: string): number {
  if (/\.(?:csv|parquet)$/i.test(path)) return fileLimits.data;
  return /\.(?:png|jpe?g|svg|gif|webp|tiff?)$/i.test(path) ? fileLimits.picture : fileLimits.text;
}

function refused(path: string, why: string, cure: string): Refusal {
  return { rule: 'file-kind', place: { file: path, line: 1, column: 1 }, message: `${path} ${why}`, cure };
}

function tooLarge(path: string, size: number): Refusal {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  return {
    rule: 'file-size',
    place: { file: path, line: 1, column: 1 },
    message: `${path} has ${megabytes(size)}, and the press reads at most ${megabytes(limitOf(path))} of such a file`,
    cure: 'make it smaller, or take it out of the project',
  };
}

function isLink(path: string): boolean {
  return orNothing(() => lstatSync(path))?.isSymbolicLink() === true;
}

/** What the system says, or undefined where it finds nothing. Links in a circle lead to nothing, too. */
function orNothing<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(code)) return undefined;
    throw cause;
  }
}

/** @throws Error that says what was being done, with its cause */
function doing<Result>(what: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    throw new Error(`${what} failed: check that this account may read it`, { cause });
  }
}
