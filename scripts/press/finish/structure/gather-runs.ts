import type { Unit } from '../content/content.ts';
import type { ReadMarks, Run } from '../content/marked-content.ts';
import { eachKid } from './each-kid.ts';
import type { Element, MarkedContent } from './element.ts';

/** The content of all tags as runs, which are marked together as far as they are painted together. */
export interface Runs {
  readonly ofContent: ReadonlyMap<MarkedContent, Run>;
  /** What a unit is of a run. */
  readonly ofUnit: ReadonlyMap<Unit, ReadMarks>;
}

/**
 * Makes a run of each piece of content. Several that follow each other could be one, but programs that read the text of a
 * mark by where it stands then mix the parts of lines that are set from right to left.
 */
export function gatherRuns(document: Element): Runs {
  const ofContent = new Map<MarkedContent, Run>();
  const ofUnit = new Map<Unit, ReadMarks>();
  eachKid(document, (kid, { type }) => {
    if (kid.kind !== 'content') return;
    const run: Run = { tag: type };
    ofContent.set(kid, run);
    let place = 0;
    for (const unit of kid.mark.units) {
      if (ofUnit.has(unit)) throw new Error(`content of page ${kid.mark.stream.page} has two tags`);
      ofUnit.set(unit, { kind: 'content', run, first: place, last: place, decoration: undefined });
      place += 1;
    }
  });
  return { ofContent, ofUnit };
}
