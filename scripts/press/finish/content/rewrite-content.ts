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

/**
 * Marks a content stream anew. All marks of before are taken out; each unit stands in one mark, together with its
 * neighbours where they are assigned to the same, and no mark reaches over a q or a Q. All other bytes stay as they are.
 */
export function rewriteContent(content: Content, assign: (unit: Unit) => Assignment): Rewritten {
  const sequences: Sequence[] = [];
  const parts: Uint8Array[] = [];
  const left = content.marking.values();
  let marking = left.next().value;
  let at = 0;
  /** Copies up to an offset, without the marks of before. */
  const copyTo = (end: number): void => {
    for (; marking && marking.start < end; marking = left.next().value) {
      parts.push(content.bytes.subarray(at, marking.start));
      // The line that it stood on goes with it.
      at = content.bytes[marking.end] === 0x0a ? marking.end + 1 : marking.end;
    }
    parts.push(content.bytes.subarray(at, end));
    at = end;
  };
  for (const { start, end, marks } of stretchesOf(content.nodes, assign)) {
    const artifact = marks.kind === 'artifact' ? marks.properties : marks.decoration;
    copyTo(start);
    if (artifact === undefined && marks.kind === 'content') {
      parts.push(latin1(`/${marks.run.tag}<</MCID ${sequences.length}>>BDC\n`));
      sequences.push({ run: marks.run, place: marks.first });
    } else {
      parts.push(latin1(`/Artifact ${artifact}BDC\n`));
    }
    copyTo(end);
    parts.push(closing);
  }
  copyTo(content.bytes.length);
  return { bytes: Buffer.concat(parts), sequences };
}

const closing = latin1('\nEMC');

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
