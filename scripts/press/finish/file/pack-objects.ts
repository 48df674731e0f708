import type { NumberedObject } from './collect-objects.ts';
import type { Location } from './cross-reference.ts';
import { deflated } from './flate.ts';
import { isStream, type PdfObject, type Stream } from './objects.ts';

/** So many objects share a stream: more pack hardly better, and one that is asked for has them all unpacked. */
const objectsInStream = 200;

/** Objects that are no streams, within streams. */
export interface Packed {
  /** Numbered after all objects. */
  readonly containers: readonly { readonly number: number; readonly object: Stream }[];
  /** Where each packed object is, by its number. */
  readonly locations: Location[];
}

/** Puts all objects that are no streams into object streams (ISO 32000-1, 7.5.7). */
export async function packObjects(
  objects: readonly NumberedObject[],
  serialize: (object: PdfObject) => string,
): Promise<Packed> {
  const plain = objects.filter(({ object }) => !isStream(object));
  const locations: Location[] = [];
  const making: Promise<{ readonly number: number; readonly object: Stream }>[] = [];
  for (let start = 0; start < plain.length; start += objectsInStream) {
    const batch = plain.slice(start, start + objectsInStream);
    const container = objects.length + 1 + making.length;
    for (const [index, { number }] of batch.entries()) locations[number] = { container, index };
    making.push(packBatch(batch, serialize).then((object) => ({ number: container, object })));
  }
  return { containers: await Promise.all(making), locations };
}

/** Numbers and offsets first, then the objects. */
async function packBatch(batch: readonly NumberedObject[], serialize: (object: PdfObject) => string): Promise<Stream> {
  let index = '';
  let body = '';
  for (const { number, object } of batch) {
    index += `${number} ${body.length} `;
    body += `${serialize(object)}\n`;
  }
  const bytes = Buffer.from(index + body, 'latin1');
  return deflated(bytes, { Type: '/ObjStm', N: batch.length, First: index.length });
}
