import type { ContentNode, Unit } from './content.ts';

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
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly marks: Marks;
}

/** What one piece of marked content holds. */
export type Marks =
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
export function stretchesOf(nodes: readonly ContentNode[], assign: (unit: Unit) => Assignment): readonly Stretch[] {
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
