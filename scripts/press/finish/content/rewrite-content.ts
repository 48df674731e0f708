import type { Content, Unit } from './content.ts';
import { type Assignment, type Run, stretchesOf } from './stretches.ts';

/** A piece of marked content of a rewritten stream. */
export interface Sequence {
  readonly run: Run;
  /** The place within its run of the first part that it holds. */
  readonly place: number;
}

/** A content stream that is marked anew. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  /** Its marked content, by MCID. */
  readonly sequences: readonly Sequence[];
}

/** What becomes of the units of a stream. */
export interface Plan {
  readonly assign: (unit: Unit) => Assignment;
  /** What a text object shows besides, at its end, as the string stands in the stream: "<0003>". */
  readonly append: (unit: Unit) => string | undefined;
  /** Marks within a text object that are not needed any more. */
  readonly unmark: (unit: Unit) => readonly Span[];
}

/** A stretch of bytes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of bytes that gives way to others. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Marks a content stream anew. All marks of before are taken out; each unit stands in one mark, together with its
 * neighbours where they are assigned to the same, and no mark reaches over a q or a Q. All other bytes stay as they are.
 */
export function rewriteContent({ bytes, nodes, units, marking }: Content, { assign, append, unmark }: Plan): Rewritten {
  const sequences: Sequence[] = [];
  const edits: Edit[] = marking.map(({ start, end }) => {
    // The line that it stood on goes with it, unless it parts what is before it from what comes after.
    const isLine = bytes[end] === 0x0a && isSpace(bytes[start - 1]);
    return { start, end: isLine ? end + 1 : end, text: '' };
  });
  for (const { start, end, marks } of stretchesOf(nodes, assign)) {
    const artifact = marks.kind === 'artifact' ? marks.properties : marks.decoration;
    if (artifact === undefined && marks.kind === 'content') {
      insert(edits, start, `/${marks.run.tag}<</MCID ${sequences.length}>>BDC\n`);
      sequences.push({ run: marks.run, place: marks.first });
    } else {
      insert(edits, start, `/Artifact ${artifact}BDC\n`);
    }
    insert(edits, end, '\nEMC');
  }
  for (const unit of units) {
    for (const { start, end } of unmark(unit)) edits.push({ start, end, text: '' });
    const appended = append(unit);
    // Before its ET.
    if (appended !== undefined) insert(edits, unit.end - 2, `${appended} Tj\n`);
  }
  return { bytes: edited(bytes, edits), sequences };
}

/** Whether nothing stands there, or white space (ISO 32000-1, table 1). */
function isSpace(code: number | undefined): boolean {
  return code === undefined || code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b) || code === 0;
}

function insert(edits: Edit[], at: number, text: string): void {
  edits.push({ start: at, end: at, text });
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const sorted = edits.toSorted((one, other) => one.start - other.start);
  const growth = sorted.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // A line that goes with its mark may be that of the mark before.
  const out = Buffer.allocUnsafe(bytes.length + growth + sorted.length);
  let from = 0;
  let to = 0;
  for (const { start, end, text } of sorted) {
    if (start > from) to += source.copy(out, to, from, start);
    // By hand: to call for so few letters takes longer than to copy them.
    for (let at = 0; at < text.length; at += 1) out[to + at] = text.charCodeAt(at);
    to += text.length;
    from = end;
  }
  to += source.copy(out, to, from);
  return out.subarray(0, to);
}
