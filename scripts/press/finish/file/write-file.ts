import { createHash } from 'node:crypto';
import { deflated, isStream, limits, type PdfObject, type PdfString, type Reference, type Stream } from './objects.ts';
import type { PdfFile } from './pdf-file.ts';
import { openSerializer, type Serialize } from './serializer.ts';

// The second line has bytes above 127, so that no program takes the file for text (ISO 19005-3, 6.1.2).
const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/**
 * Writes all that the catalogue of a file leads to. The same objects give the same bytes, whatever their numbers were. The
 * file's id (ISO 32000-1, 14.4) is a digest of what it identifies.
 */
export function writeFile(pdf: PdfFile): Uint8Array {
  const { plain, streams, count, serialize } = serializeObjects(pdf);
  const packed = packObjects(plain, count);

  const locations: (Location | undefined)[] = [...packed.locations];
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
  for (const { number, object } of packed.containers) writeStream(number, object);

  const start = offset;
  const id = fileId(chunks);
  const number = count + packed.containers.length + 1;
  // The table tells where it stands itself.
  const all = [...locations, { offset }];
  writeStream(number, writeCrossReference(all, { Root: pdf.root, Info: pdf.information, ID: [id, id] }));
  chunks.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(chunks);
}

function fileId(chunks: readonly Uint8Array[]): PdfString {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return { kind: 'string', bytes: hash.digest().toString('latin1', 0, 16) };
}

/** An object that is no stream, as it is written. */
interface PlainObject {
  readonly number: number;
  readonly text: string;
}

/** A stream, as it is written. */
interface WrittenStream {
  readonly number: number;
  readonly entries: string;
  readonly bytes: Uint8Array;
}

/** The objects of a file as they are to be written, without their numbers before them. */
interface SerializedObjects {
  readonly plain: readonly PlainObject[];
  readonly streams: readonly WrittenStream[];
  /** Of both together; they are numbered from 1. */
  readonly count: number;
  /** Serializes what refers to them. */
  readonly serialize: Serialize;
}

/**
 * Serializes all that the catalogue and the information dictionary lead to, numbered in the order in which it is met: the
 * same objects get the same numbers, whatever they had before, and what nothing leads to is left behind.
 */
function serializeObjects({ root, information, resolve }: PdfFile): SerializedObjects {
  /** The new number of each, by the one that it had. */
  const numbers: (number | undefined)[] = [];
  /** The objects that were met, in the order of their new numbers; it grows while it is read. */
  const met: Reference[] = [];
  const numberOf = (number: number): number => {
    const known = numbers[number];
    if (known !== undefined) return known;
    const next = met.push({ kind: 'reference', number });
    numbers[number] = next;
    return next;
  };
  const serialize = openSerializer(numberOf);
  numberOf(root.number);
  numberOf(information.number);
  const plain: PlainObject[] = [];
  const streams: WrittenStream[] = [];
  for (let at = 0; at < met.length; at += 1) {
    const number = at + 1;
    const object = resolve(met[at]);
    if (isStream(object)) {
      const { dictionary, bytes } = object;
      // A print may keep the length of a stream in an object of its own.
      streams.push({ number, entries: serialize(new Map([...dictionary, ['Length', bytes.length]])), bytes });
    } else {
      plain.push({ number, text: serialize(object) });
    }
  }
  if (met.length > limits.objects) throw new Error(`there are ${met.length} objects; PDF/A allows ${limits.objects}`);
  return { plain, streams, count: met.length, serialize };
}

/** So many objects share a stream: more pack hardly better, and one that is asked for has them all unpacked. */
const objectsInStream = 200;

/** Plain objects within streams. */
interface Packed {
  readonly containers: readonly { readonly number: number; readonly object: Stream }[];
  /** Where each packed object is, by its number. */
  readonly locations: readonly (Location | undefined)[];
}

/**
 * Puts objects into object streams (ISO 32000-1, 7.5.7).
 *
 * @param last the highest number that any object has; the containers have those after it
 */
export function packObjects(objects: readonly PlainObject[], last: number): Packed {
  const locations: (Location | undefined)[] = [];
  const containers: { readonly number: number; readonly object: Stream }[] = [];
  for (let start = 0; start < objects.length; start += objectsInStream) {
    const batch = objects.slice(start, start + objectsInStream);
    const container = last + 1 + containers.length;
    batch.forEach(({ number }, index) => {
      locations[number] = { container, index };
    });
    containers.push({ number: container, object: packBatch(batch) });
  }
  return { containers, locations };
}

/** Numbers and offsets first, then the objects. */
function packBatch(batch: readonly PlainObject[]): Stream {
  let index = '';
  let body = '';
  for (const { number, text } of batch) {
    index += `${number} ${body.length} `;
    body += `${text}\n`;
  }
  const bytes = Buffer.from(index + body, 'latin1');
  return deflated(bytes, { Type: '/ObjStm', N: batch.length, First: index.length });
}

/** Where an object stands in a file: at an offset, or as the nth object of an object stream. */
type Location = { readonly offset: number } | { readonly container: number; readonly index: number };

/** Bytes of an entry: what kind it is, an offset or a container, an index. */
const widths = [1, 4, 2] as const;
const width = 7;

/** The cross-reference stream of a file, which is its trailer, too (ISO 32000-1, 7.5.8). */
export function writeCrossReference(
  locations: readonly (Location | undefined)[],
  trailer: Readonly<Record<string, PdfObject>>,
): Stream {
  const table = Buffer.alloc(locations.length * width);
  // The first entry is of no object (ISO 32000-1, table 18).
  table.writeUInt16BE(0xffff, 5);
  for (const [number, location] of locations.entries()) {
    if (!location) continue;
    const isOffset = 'offset' in location;
    table.writeUInt8(isOffset ? 1 : 2, number * width);
    table.writeUInt32BE(isOffset ? location.offset : location.container, number * width + 1);
    table.writeUInt16BE(isOffset ? 0 : location.index, number * width + 5);
  }
  return deflated(table, { Type: '/XRef', Size: locations.length, W: widths, ...trailer });
}
