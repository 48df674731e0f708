import { createHash } from 'node:crypto';
import { collectObjects, type NumberedObject } from './collect-objects.ts';
import { type Location, writeCrossReference } from './cross-reference.ts';
import type { Draft } from './draft.ts';
import { isStream, type PdfString, type Stream } from './objects.ts';
import { packObjects } from './pack-objects.ts';
import { serializeObject } from './serialize-object.ts';

// The second line has bytes above 127, so that no program takes the file for text (ISO 19005-3, 6.1.2).
const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/**
 * Writes all that a draft's catalogue leads to. The same objects give the same bytes, whatever their numbers were. The
 * file's id (ISO 32000-1, 14.4) is a digest of what it identifies.
 */
export async function writeFile(draft: Draft): Promise<Uint8Array> {
  const { objects, numberOf } = collectObjects(draft);
  const serialize = (object: NumberedObject['object']) => serializeObject(object, numberOf);
  const { containers, locations } = await packObjects(objects, serialize);

  const chunks: Uint8Array[] = [head];
  let offset = head.length;
  const write = ({ number, object }: { readonly number: number; readonly object: Stream }): void => {
    locations[number] = { offset };
    const before = Buffer.from(`${number} 0 obj\n${serialize(object.dictionary)}\nstream\n`, 'latin1');
    const after = Buffer.from('\nendstream\nendobj\n', 'latin1');
    chunks.push(before, object.bytes, after);
    offset += before.length + object.bytes.length + after.length;
  };
  for (const { number, object } of [...objects, ...containers]) if (isStream(object)) write({ number, object });

  const start = offset;
  const id = fileId(chunks);
  const number = objects.length + containers.length + 1;
  const all: readonly Location[] = Object.assign([...locations], { [number]: { offset } });
  write({
    number,
    object: await writeCrossReference(all, { Root: draft.root, Info: draft.information, ID: [id, id] }),
  });
  chunks.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(chunks);
}

function fileId(chunks: readonly Uint8Array[]): PdfString {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return { kind: 'string', bytes: hash.digest().toString('latin1', 0, 16) };
}
