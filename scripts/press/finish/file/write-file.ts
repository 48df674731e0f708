import { createHash } from 'node:crypto';
import { type Location, writeCrossReference } from './cross-reference.ts';
import type { Draft } from './draft.ts';
import type { PdfString, Reference, Stream } from './objects.ts';
import { packObjects } from './pack-objects.ts';
import { serializeObjects } from './serialize-objects.ts';

// The second line has bytes above 127, so that no program takes the file for text (ISO 19005-3, 6.1.2).
const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/**
 * Writes all that a draft's catalogue leads to. The same objects give the same bytes, whatever their numbers were. The
 * file's id (ISO 32000-1, 14.4) is a digest of what it identifies.
 */
export function writeFile(draft: Draft): Uint8Array {
  const { plain, streams, count, serialize } = serializeObjects(draft);
  const { containers, locations } = packObjects(plain, count);

  const chunks: Uint8Array[] = [head];
  let offset = head.length;
  const write = (number: number, entries: string, bytes: Uint8Array): void => {
    locations[number] = { offset };
    const before = Buffer.from(`${number} 0 obj\n${entries}\nstream\n`, 'latin1');
    const after = Buffer.from('\nendstream\nendobj\n', 'latin1');
    chunks.push(before, bytes, after);
    offset += before.length + bytes.length + after.length;
  };
  const writeStream = (number: number, { dictionary, bytes }: Stream): void => {
    write(number, serialize(dictionary), bytes);
  };
  for (const { number, entries, bytes } of streams) write(number, entries, bytes);
  for (const { number, object } of containers) writeStream(number, object);

  const start = offset;
  const id = fileId(chunks);
  const number = count + containers.length + 1;
  const all: readonly Location[] = Object.assign([...locations], { [number]: { offset } });
  const trailer: Readonly<Record<'Root' | 'Info', Reference>> = { Root: draft.root, Info: draft.information };
  writeStream(number, writeCrossReference(all, { ...trailer, ID: [id, id] }));
  chunks.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(chunks);
}

function fileId(chunks: readonly Uint8Array[]): PdfString {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return { kind: 'string', bytes: hash.digest().toString('latin1', 0, 16) };
}
