import type { Unit } from '../content/content.ts';
import type { Run } from '../content/stretches.ts';
import type { Element, Kid, MarkedContent } from './element.ts';

/** A kid of a tag as it is to be written. */
export type WrittenKid = Exclude<Kid, MarkedContent> | { readonly kind: 'run'; readonly run: Run };

/** The content of all tags as runs, which are marked together as far as they are painted together. */
export interface Runs {
  /** The run that a unit is in, and its place there. */
  readonly ofUnit: ReadonlyMap<Unit, { readonly run: Run; readonly place: number }>;
  readonly kidsOf: ReadonlyMap<Element, readonly WrittenKid[]>;
}

/**
 * Makes a run of each piece of content. Several that follow each other could be one, but programs that read the text of a
 * mark by where it stands then mix the parts of lines that are set from right to left.
 */
export function gatherRuns(document: Element): Runs {
  const ofUnit = new Map<Unit, { readonly run: Run; readonly place: number }>();
  const kidsOf = new Map<Element, readonly WrittenKid[]>();
  const visit = (element: Element): void => {
    const kids = element.kids.map((kid): WrittenKid => {
      if (kid.kind === 'element') visit(kid);
      if (kid.kind !== 'content') return kid;
      const run: Run = { tag: element.type };
      for (const [place, unit] of kid.mark.units.entries()) {
        if (ofUnit.has(unit)) throw new Error(`content of page ${kid.mark.stream.page} has two tags`);
        ofUnit.set(unit, { run, place });
      }
      return { kind: 'run', run };
    });
    kidsOf.set(element, kids);
  };
  visit(document);
  return { ofUnit, kidsOf };
}
