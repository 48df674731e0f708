import { dictionary, isReference, type PdfObject, type Reference } from './objects.ts';

/** A PDF that is being edited in place: its objects by number, some changed, some new. */
export interface Draft {
  /** The document's catalogue (ISO 32000-1, 7.7.2). */
  readonly root: Reference;
  /** Its information dictionary (14.3.3). */
  readonly information: Reference;
  /** The object itself, or the one that a reference leads to; null where there is none. */
  resolve(object: PdfObject | undefined): PdfObject;
  /** Puts another object in the place of one, so that all references lead to it. */
  replace(reference: Reference, object: PdfObject): void;
  /** Adds an object. */
  add(object: PdfObject): Reference;
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
  const objects = new Map<number, PdfObject>();
  let next = count;
  const add = (object: PdfObject): Reference => {
    const reference: Reference = { kind: 'reference', number: next };
    next += 1;
    objects.set(reference.number, object);
    return reference;
  };
  return {
    root,
    information: information ?? add(dictionary({})),
    add,
    replace: ({ number }, object) => void objects.set(number, object),
    resolve(object) {
      if (object === undefined) return null;
      if (!isReference(object)) return object;
      const known = objects.get(object.number);
      if (known !== undefined) return known;
      const found = read(object.number);
      objects.set(object.number, found);
      return found;
    },
  };
}
