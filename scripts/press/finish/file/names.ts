import type { Name } from './objects.ts';

/** Gives the names that stand in bytes, each as one string: a print has few, and each of them thousands of times. */
export interface Names {
  /** The name that is written between two offsets, with its slash. */
  at(start: number, end: number): Name;
  /** The same without its slash, as dictionaries have it. */
  keyAt(start: number, end: number): string;
}

interface Known {
  readonly written: string;
  readonly name: Name;
  readonly key: string;
}

/** Begins to read names. */
export function openNames(bytes: Uint8Array): Names {
  const byHash = new Map<number, Known>();
  const find = (start: number, end: number): Known => {
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = (hash * 31 + (bytes[at] as number)) | 0;
    const known = byHash.get(hash);
    if (known && isWritten(known.written, bytes, start, end)) return known;
    const written = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
    const name = written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ) as Name;
    const read = { written, name, key: name.slice(1) };
    byHash.set(hash, read);
    return read;
  };
  return { at: (start, end) => find(start, end).name, keyAt: (start, end) => find(start, end).key };
}

function isWritten(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
