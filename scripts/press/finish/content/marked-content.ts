import type { ByteRange, Content, ContentNode, Unit } from './content.ts';

/** A sequence of marked content (ISO 32000-1, 14.6) of a rewritten stream. */
interface Sequence {
  readonly run: Run;
  /** The place within its run of the first part that it holds. */
  readonly place: number;
}

/** A content stream that is marked anew. */
interface Rewritten {
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
  readonly unmark: (unit: Unit) => readonly ByteRange[];
}

/** A stretch of bytes that gives way to others. */
interface Edit extends ByteRange {
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

/** What becomes of what a unit paints. A unit that is read has a place in its run alone: its first and its last. */
export type Assignment =
  | Marks
  /** It calls a form XObject that marks its own content. */
  | { readonly kind: 'form' };

/** Content that is read in one go, within one tag. */
export interface Run {
  readonly tag: string;
}

/** A stretch of a content stream that can be one piece of marked content: it opens and closes all its groups. */
interface Stretch extends ByteRange {
  readonly marks: Marks;
}

/** What one piece of marked content holds. */
type Marks =
  | ReadMarks
  /** It is not read (ISO 32000-1, 14.8.2.2). Properties as they stand in the stream: "<</Type /Layout>>". */
  | { readonly kind: 'artifact'; readonly properties: string };

/** Parts of a run, which are read from the first place to the last. */
export interface ReadMarks {
  readonly kind: 'content';
  readonly run: Run;
  readonly first: number;
  readonly last: number;
  /**
   * Where all of it is decoration, such as an underline: the properties of the artifact that it is where nothing of its
   * run stands beside it.
   */
  readonly decoration: string | undefined;
}

/** What all units of a node have in common. */
type Common = Marks | { readonly kind: 'nothing' | 'several' };

const nothing: Common = { kind: 'nothing' };
const several: Common = { kind: 'several' };

/** A node with what its units have in common. */
interface Assigned {
  readonly node: ContentNode;
  readonly common: Common;
  readonly kids: readonly Assigned[];
}

/** The longest stretches of which all units are assigned to the same, in reading order. They cover every unit but forms. */
function stretchesOf(nodes: readonly ContentNode[], assign: (unit: Unit) => Assignment): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const visit = (assigned: readonly Assigned[]): void => {
    let open: Stretch | undefined;
    const close = (): void => {
      if (open) stretches.push(open);
      open = undefined;
    };
    for (const { node, common, kids } of assigned) {
      if (common.kind === 'nothing') continue;
      if (!isMarks(common)) {
        close();
        visit(kids);
        continue;
      }
      const marks = open ? shared(open.marks, common) : common;
      if (open && isMarks(marks)) {
        open = { start: open.start, end: node.end, marks };
      } else {
        close();
        open = { start: node.start, end: node.end, marks: common };
      }
    }
    close();
  };
  visit(nodes.map((node) => assigned(node, assign)));
  return stretches;
}

function assigned(node: ContentNode, assign: (unit: Unit) => Assignment): Assigned {
  if (node.kind === 'unit') {
    const assignment = assign(node);
    return { node, common: assignment.kind === 'form' ? several : assignment, kids: [] };
  }
  const kids = node.nodes.map((kid) => assigned(kid, assign));
  return { node, kids, common: kids.reduce<Common>((all, { common }) => shared(all, common), nothing) };
}

function isMarks(common: Common): common is Marks {
  return common.kind === 'content' || common.kind === 'artifact';
}

/** What two neighbours have in common: nothing, where a part between them is painted elsewhere. */
function shared(one: Common, next: Common): Common {
  if (one.kind === 'nothing') return next;
  if (next.kind === 'nothing') return one;
  if (one.kind === 'artifact' && next.kind === 'artifact' && one.properties === next.properties) return one;
  if (one.kind === 'content' && next.kind === 'content' && one.run === next.run && one.last + 1 === next.first) {
    const decoration = next.decoration === undefined ? undefined : one.decoration;
    return { ...one, last: next.last, decoration };
  }
  return several;
}
