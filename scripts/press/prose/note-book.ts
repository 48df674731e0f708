import type { ElementContent } from 'hast';
import type { Place } from '../diagnostics/diagnostic.ts';

/** One endnote. */
export interface Note {
  readonly number: number;
  readonly body: readonly ElementContent[];
  readonly place: Place;
}

/** The endnotes of an edition while it is written: one sequence in reading order. */
export interface NoteBook {
  /**
   * Takes the next number for a note and gives the mark that calls it. The body is written after the number is
   * taken, since what it cites counts as cited from there on.
   */
  add(body: () => readonly ElementContent[], place: Place): ElementContent;
  /** Another call of a note that is there already. */
  again(number: number): ElementContent;
  /** Whether the body of a note is being written now: what it cites stands in it in words. */
  readonly writing: boolean;
  /** The note that cites a source alone and whole, if there is one. */
  noteOf(source: string): number | undefined;
  /** Notes down that the note of this number cites a source alone and whole. */
  remember(source: string, number: number): void;
  /** Whether a source is cited for the first time now; from then on it is not. */
  firstCitation(source: string): boolean;
  readonly nextNumber: number;
  readonly notes: readonly Note[];
}

export const noteId = (number: number) => `note-${number}`;
/** Stands between two calls that follow each other, so that 1 and 2 are not read as 12. */
export const callSeparator: ElementContent = raised([{ type: 'text', value: ', ' }]);
export const noteCallId = (number: number) => `note-call-${number}`;

/**
 * A book without notes.
 *
 * @param labelOf what the call of a note is in words, for readers who hear it: "Note 7"
 */
export function openNoteBook(labelOf: (number: number) => string): NoteBook {
  const notes: Note[] = [];
  const cited = new Set<string>();
  const alone = new Map<string, number>();
  let writing = false;
  return {
    notes,
    get writing() {
      return writing;
    },
    noteOf: (source) => alone.get(source),
    remember: (source, number) => void alone.set(source, number),
    get nextNumber() {
      return notes.length + 1;
    },
    add(body, place) {
      const number = notes.length + 1;
      notes.push({ number, body: [], place });
      writing = true;
      notes[number - 1] = { number, body: body(), place };
      writing = false;
      return call(number, { id: noteCallId(number), ariaLabel: labelOf(number) });
    },
    again: (number) => call(number, { ariaLabel: labelOf(number) }),
    firstCitation(source) {
      const first = !cited.has(source);
      cited.add(source);
      return first;
    },
  };
}

function call(number: number, properties: Readonly<Record<string, string>>): ElementContent {
  return raised([
    {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${noteId(number)}`, role: 'doc-noteref', ...properties },
      children: [{ type: 'text', value: String(number) }],
    },
  ]);
}

function raised(children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'sup', properties: { className: ['note-call'] }, children };
}
