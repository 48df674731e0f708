import { dictionary, isArray, isDictionary, isReference, type PdfObject, type Reference } from './objects.ts';

/** A PDF file that is edited in place: its objects by number, as they were read, changed, or new. */
export interface PdfFile {
  /** The document's catalogue (ISO 32000-1, 7.7.2). */
  readonly root: Reference;
  /** Its information dictionary (14.3.3). */
  readonly information: Reference;
  /** The object itself, or the one that a reference leads to; null where there is none. */
  resolve(object: PdfObject | undefined): PdfObject;
  /** The same for an object that nobody else will ask for: it is not kept. */
  resolveOnce(object: PdfObject | undefined): PdfObject;
  /** Puts another object in the place of one, so that all references lead to it. */
  replace(reference: Reference, object: PdfObject): void;
  /** Adds an object. */
  add(object: PdfObject): Reference;
  /** A copy of the file as it is now: neither sees what becomes of the other. */
  fork(): PdfFile;
}

/** The objects that a file begins with. */
interface StoredObjects {
  readonly root: Reference;
  readonly information: Reference | undefined;
  /** Numbers below it are taken. */
  readonly count: number;
  /** Gives the object of a number. */
  readonly read: (number: number) => PdfObject;
}

/** A file with these objects. Each is read when it is first asked for, and once. */
export function pdfFile({ root, information, count, read }: StoredObjects): PdfFile {
  /** By their numbers; those that nobody has asked for are missing. */
  const objects: (PdfObject | undefined)[] = [];
  objects.length = count;
  const add = (object: PdfObject): Reference => ({ kind: 'reference', number: objects.push(object) - 1 });
  const find = (object: PdfObject | undefined): PdfObject => {
    if (object === undefined) return null;
    if (!isReference(object)) return object;
    const known = objects[object.number];
    return known === undefined ? read(object.number) : known;
  };
  const own = information ?? add(dictionary({}));
  return {
    root,
    information: own,
    add,
    replace({ number }, object) {
      objects[number] = object;
    },
    resolveOnce: find,
    resolve(object) {
      const found = find(object);
      if (isReference(object)) objects[object.number] = found;
      return found;
    },
    fork() {
      const before = objects.slice();
      const known = (number: number) => {
        const object = before[number];
        return object === undefined ? read(number) : object;
      };
      return pdfFile({ root, information: own, count: before.length, read: known });
    },
  };
}

/**
 * Gives the dictionary that a reference leads to other entries; those that are undefined are taken out.
 *
 * @throws Error when there is no dictionary
 */
export function updateDictionary(
  pdf: PdfFile,
  reference: PdfObject | undefined,
  entries: Readonly<Record<string, PdfObject | undefined>>,
): void {
  const before = pdf.resolve(reference);
  if (!isReference(reference) || !isDictionary(before)) throw new Error('there is no dictionary to be changed');
  const after = new Map(before);
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) after.delete(key);
    else after.set(key, value);
  }
  pdf.replace(reference, after);
}

/** The numbers of an array, wherever it and they stand. @throws Error when it is none, or not of so many numbers */
export function readNumbers(pdf: PdfFile, object: PdfObject | undefined, count: number): readonly number[] {
  const array = pdf.resolve(object);
  const items = isArray(array) ? array.map((item) => pdf.resolve(item)) : [];
  const numbers = items.filter((item) => typeof item === 'number');
  if (items.length !== count || numbers.length !== count) throw new Error(`there are not ${count} numbers`);
  return numbers;
}
