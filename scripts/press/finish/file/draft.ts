import { dictionary, isReference, type PdfObject, type Reference } from './objects.ts';

/** A PDF that is being edited in place: its objects by number, some changed, some new. */
export interface Draft {
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
  /** Another draft that begins with what this one is now: neither sees what becomes of the other. */
  fork(): Draft;
}

/** What a draft begins with. */
export interface Before {
  readonly root: Reference;
  readonly information: Reference | undefined;
  /** Numbers below it are taken. */
  readonly count: number;
  /** Gives the object of a number. */
  readonly read: (number: number) => PdfObject;
}

/** Begins to edit a document. Objects are read when somebody asks for them, and once. */
export function openDraft({ root, information, count, read }: Before): Draft {
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
      return openDraft({ root, information: own, count: before.length, read: known });
    },
  };
}
