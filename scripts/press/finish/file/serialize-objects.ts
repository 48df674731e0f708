import type { Draft } from './draft.ts';
import { limits } from './limits.ts';
import { isStream, type Reference } from './objects.ts';
import { openSerializer, type Serialize } from './serializer.ts';

/** The objects of a file as they are to be written, without their numbers before them. */
export interface SerializedObjects {
  /** Objects that are no streams. */
  readonly plain: readonly { readonly number: number; readonly text: string }[];
  readonly streams: readonly { readonly number: number; readonly entries: string; readonly bytes: Uint8Array }[];
  /** Of both together; they are numbered from 1. */
  readonly count: number;
  /** Serializes what refers to them. */
  readonly serialize: Serialize;
}

/**
 * Serializes all that the catalogue and the information dictionary lead to, numbered in the order in which it is met: the
 * same objects get the same numbers, whatever they had before, and what nothing leads to is left behind.
 */
export function serializeObjects({ root, information, resolve }: Draft): SerializedObjects {
  /** The new number of each, by the one that it had. */
  const numbers: (number | undefined)[] = [];
  /** Those that are met, in the order of their numbers; it grows while it is read. */
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
  const plain: { readonly number: number; readonly text: string }[] = [];
  const streams: { readonly number: number; readonly entries: string; readonly bytes: Uint8Array }[] = [];
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
