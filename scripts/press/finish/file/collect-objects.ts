import type { Draft } from './draft.ts';
import { isArray, isDictionary, isReference, isStream, type PdfObject } from './objects.ts';

/** An object with its number in the file to be written. */
export interface NumberedObject {
  readonly number: number;
  readonly object: PdfObject;
}

/** What a file is written from. */
export interface Collected {
  /** In the order of their numbers, from 1. */
  readonly objects: readonly NumberedObject[];
  /** The number that a referenced object has in the file. */
  readonly numberOf: (number: number) => number;
}

/**
 * All that the catalogue and the information dictionary lead to, numbered in the order in which it is met: the same objects get the same numbers,
 * whatever they had before, and what nothing leads to is left behind.
 */
export function collectObjects({ root, information, resolve }: Draft): Collected {
  const numbers = new Map<number, number>();
  const objects: NumberedObject[] = [];
  const visit = (object: PdfObject): void => {
    if (isReference(object)) {
      if (numbers.has(object.number)) return;
      numbers.set(object.number, numbers.size + 1);
      objects.push({ number: numbers.size, object: sized(resolve(object)) });
    } else if (isArray(object)) {
      for (const item of object) visit(item);
    } else if (isDictionary(object)) {
      for (const item of object.values()) visit(item);
    } else if (isStream(object)) {
      visit(object.dictionary);
    }
  };
  visit(root);
  visit(information);
  // The list grows while it is read, until nothing new is met.
  for (const { object } of objects) visit(object);
  return { objects, numberOf: (number) => numbers.get(number) ?? 0 };
}

/** A print may keep the length of a stream in an object of its own. */
function sized(object: PdfObject): PdfObject {
  if (!isStream(object)) return object;
  return { ...object, dictionary: new Map([...object.dictionary, ['Length', object.bytes.length]]) };
}
