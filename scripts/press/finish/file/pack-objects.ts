import type { Location } from './cross-reference.ts';
import { deflated } from './flate.ts';
import type { Stream } from './objects.ts';

/** So many objects share a stream: more pack hardly better, and one that is asked for has them all unpacked. */
const objectsInStream = 200;

/** An object that is no stream, as it is written. */
interface PlainObject {
  readonly number: number;
  readonly text: string;
}

/** Objects that are no streams, within streams. */
export interface Packed {
  readonly containers: readonly { readonly number: number; readonly object: Stream }[];
  /** Where each packed object is, by its number. */
  readonly locations: Location[];
}

/**
 * Puts objects into object streams (ISO 32000-1, 7.5.7).
 *
 * @param last the highest number that any object has; the containers have those after it
 */
export function packObjects(objects: readonly PlainObject[], last: number): Packed {
  const locations: Location[] = [];
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
