import type { WordPackage } from './package.ts';
import { childrenOf, wordsIn, type XmlElement } from './xml.ts';

export type NoteKind = 'footnote' | 'endnote';

/** Footnotes and endnotes of a document, numbered as one sequence in the order in which they are called. */
export interface Notes {
  /** The identifier for a call of a note; undefined for a note that is not there, or that says nothing. */
  readonly call: (kind: NoteKind, id: string, mark: string) => string | undefined;
  readonly wordsOf: (kind: NoteKind, id: string) => string;
  /** The notes that were called so far. */
  readonly called: () => readonly CalledNote[];
  /** The words of each note that was not. */
  readonly uncalled: () => readonly string[];
}

export interface CalledNote {
  readonly identifier: string;
  readonly element: XmlElement;
  readonly part: string;
  /** A sign that the author chose in place of a number; it begins the note's text, too. */
  readonly mark: string;
}

/** Reads the parts that hold notes. Separators of notes are none. */
export function collectNotes(document: WordPackage): Notes {
  const all = new Map<string, { readonly element: XmlElement; readonly part: string }>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = document.related(document.main, `${kind}s`);
    const root = part === undefined ? undefined : document.xml(part);
    for (const element of childrenOf(root, `w:${kind}`)) {
      const { 'w:id': id = '', 'w:type': type = 'normal' } = element.attributes;
      if (type === 'normal') all.set(`${kind} ${id}`, { element, part: part ?? '' });
    }
  }
  const called = new Map<string, CalledNote>();
  return {
    call: (kind, id, mark) => {
      const key = `${kind} ${id}`;
      const note = all.get(key);
      if (!note || note.element.children.length === 0) return undefined;
      const known = called.get(key) ?? { ...note, identifier: `note-${called.size + 1}`, mark };
      called.set(key, known);
      return known.identifier;
    },
    wordsOf: (kind, id) => {
      const note = all.get(`${kind} ${id}`);
      return note ? wordsIn(note.element) : '';
    },
    called: () => [...called.values()],
    uncalled: () =>
      [...all]
        .filter(([key]) => !called.has(key))
        .map(([, { element }]) => wordsIn(element))
        .filter((words) => words !== ''),
  };
}
