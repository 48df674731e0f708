import type { ContentKind } from '../content/content.ts';
import {
  type Dictionary,
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  type PdfObject,
  type Reference,
  type Stream,
} from '../file/objects.ts';

/**
 * What an object may be: says whether one is.
 *
 * @throws Error at a dictionary in it that has what it may not
 */
export type Shape = (object: PdfObject, walk: Walk) => boolean;

/** Goes through the objects that each lead to others. */
export interface Walk {
  /** Has an object that is referred to looked at in its turn, unless it was with the same shape. */
  follow(reference: Reference, shape: Shape, entry: Entry): void;
  resolve(object: PdfObject | undefined): PdfObject;
  /** Looks at the content of a stream, unless that has been written anew. */
  readContent(stream: Stream, kind: ContentKind): void;
  /** An error that says in which object it is. */
  error(what: string): Error;
}

/** An entry of a dictionary: "Filter" of "an image". */
export interface Entry {
  readonly of: string;
  readonly key: string;
}

/** By the keys of a dictionary. */
export type Shapes = Readonly<Record<string, Shape>>;

/** Made here, or looked at by another way. */
export const anything: Shape = () => true;
export const boolean: Shape = (object) => typeof object === 'boolean';
export const number: Shape = (object) => typeof object === 'number';
export const name: Shape = (object) => typeof object === 'string';
export const string: Shape = (object) => isString(object);

export function oneOf(...values: readonly PdfObject[]): Shape {
  return (object) => values.includes(object);
}

export function numberWithin(least: number, most: number): Shape {
  return (object) => typeof object === 'number' && object >= least && object <= most;
}

/** So many numbers, or any count of them. */
export function numbers(count?: number): Shape {
  return (object) => {
    if (!isArray(object) || (count !== undefined && object.length !== count)) return false;
    for (const item of object) if (typeof item !== 'number') return false;
    return true;
  };
}

export function either(...shapes: readonly Shape[]): Shape {
  return (object, walk) => shapes.some((shape) => shape(object, walk));
}

/** An array in which each item is of a shape. */
export function arrayOf(entry: Entry, shape: Shape): Shape {
  return (object, walk) => isArray(object) && object.every((item) => holds(item, shape, entry, walk));
}

/** An array with items of these shapes. */
export function tuple(entry: Entry, ...shapes: readonly Shape[]): Shape {
  return (object, walk) =>
    isArray(object) &&
    object.length === shapes.length &&
    shapes.every((shape, index) => holds(object[index] ?? null, shape, entry, walk));
}

/** A dictionary with any keys, which lead to objects of one shape. */
export function named(of: string, shape: Shape): Shape {
  return (object, walk) => {
    if (!isDictionary(object)) return false;
    for (const [key, value] of object) {
      const entry = { of, key };
      if (!holds(value, shape, entry, walk)) throw wrongValue(value, entry, walk);
    }
    return true;
  };
}

/** A dictionary with these keys and no other. Those with an exclamation mark must be there: "Filter!". */
export function dictionaryOf(of: string, shapes: Shapes): Shape {
  const entries = new Map<string, { readonly entry: Entry; readonly shape: Shape }>();
  const needed: string[] = [];
  for (const [written, shape] of Object.entries(shapes)) {
    const key = written.replace('!', '');
    if (key !== written) needed.push(key);
    entries.set(key, { entry: { of, key }, shape });
  }
  return (object, walk) => {
    if (!isDictionary(object)) return false;
    for (const key of needed) if (!object.has(key)) throw walk.error(`${of} has no "${key}"`);
    // By forEach, which makes no pair of each entry.
    object.forEach((value, key) => {
      const known = entries.get(key);
      if (!known) throw walk.error(`${of} has "${key}"`);
      if (!holds(value, known.shape, known.entry, walk)) throw wrongValue(value, known.entry, walk);
    });
    return true;
  };
}

/** A stream with these keys and what every stream has. It may be packed by Flate alone, unless it says otherwise. */
export function streamOf(of: string, shapes: Shapes): Shape {
  const entries = dictionaryOf(of, { Filter: oneOf('/FlateDecode'), Length: number, ...shapes });
  return (object, walk) => isStream(object) && entries(object.dictionary, walk);
}

/** The same with content that is drawn. */
export function contentOf(of: string, kind: ContentKind, shapes: Shapes): Shape {
  const entries = streamOf(of, shapes);
  return (object, walk) => {
    if (!isStream(object) || !entries(object, walk)) return false;
    walk.readContent(object, kind);
    return true;
  };
}

/** That of several shapes which is named by a key of a dictionary or a stream; it may be a number. */
export function byKey(key: string, shapes: Shapes): Shape {
  return (object, walk) => {
    const value = walk.resolve(entriesOf(object)?.get(key));
    const kind = typeof value === 'string' ? value.slice(1) : String(value);
    return Object.hasOwn(shapes, kind) ? (shapes[kind]?.(object, walk) ?? false) : false;
  };
}

/** A shape that is made of itself. */
export function later(shape: () => Shape): Shape {
  return (object, walk) => shape()(object, walk);
}

/** The error at an entry whose value is of no shape that it may have. */
export function wrongValue(value: PdfObject, { of, key }: Entry, walk: Walk): Error {
  const shown = typeof value === 'object' ? 'what is not understood' : `${value}`;
  const kind = String(entriesOf(value)?.get('S') ?? entriesOf(value)?.get('Subtype') ?? '');
  return walk.error(`${of} has as "${key}" ${kind === '' ? shown : `one of the kind ${kind}`}`);
}

function holds(object: PdfObject, shape: Shape, entry: Entry, walk: Walk): boolean {
  if (shape === anything) return true;
  if (!isReference(object)) return shape(object, walk);
  walk.follow(object, shape, entry);
  return true;
}

function entriesOf(object: PdfObject): Dictionary | undefined {
  if (isStream(object)) return object.dictionary;
  return isDictionary(object) ? object : undefined;
}
