import type { Unit } from '../content/content.ts';
import type { Run } from '../content/stretches.ts';
import type { Element, MarkedContent } from './element.ts';

/** The content of all tags as runs, which are marked together as far as they are painted together. */
export interface Runs {
  readonly ofContent: ReadonlyMap<MarkedContent, Run>;
  /** The run that a unit is in, and its place there. */
  readonly ofUnit: ReadonlyMap<Unit, { readonly run: Run; readonly place: number }>;
}

/**
 * Makes a run of each piece of content. Several that follow each other could be one, but programs that read the text of a
 * mark by where it stands then mix the parts of lines that are set from right to left.
 */
export function gatherRuns(document: Element): Runs {
  const ofContent = new Map<MarkedContent, Run>();
  const ofUnit = new Map<Unit, { readonly run: Run; readonly place: number }>();
  const visit = ({ type, kids }: Element): void => {
    for (const kid of kids) {
      if (kid.kind === 'element') visit(kid);
      if (kid.kind !== 'content') continue;
      const run: Run = { tag: type };
      ofContent.set(kid, run);
      for (const [place, unit] of kid.mark.units.entries()) {
        if (ofUnit.has(unit)) throw new Error(`content of page ${kid.mark.stream.page} has two tags`);
        ofUnit.set(unit, { run, place });
      }
    }
  };
  visit(document);
  return { ofContent, ofUnit };
}
