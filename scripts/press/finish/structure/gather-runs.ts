import type { Run } from '../content/stretches.ts';
import type { Mark } from '../pages/page-stream.ts';
import type { Element, Kid, MarkedContent } from './element.ts';

/** A kid of a tag as it is to be written: content that follows each other in one stream is one. */
export type WrittenKid = Exclude<Kid, MarkedContent> | { readonly kind: 'run'; readonly run: Run };

/** The content of all tags, gathered into runs. */
export interface Runs {
  /** The run that a mark of the print is in, and its place there. */
  readonly ofMark: ReadonlyMap<Mark, { readonly run: Run; readonly place: number }>;
  readonly kidsOf: ReadonlyMap<Element, readonly WrittenKid[]>;
}

/** Gathers what follows each other in a tag and in a stream: it can be marked together if it is painted together. */
export function gatherRuns(document: Element): Runs {
  const ofMark = new Map<Mark, { readonly run: Run; readonly place: number }>();
  const kidsOf = new Map<Element, readonly WrittenKid[]>();
  const visit = (element: Element): void => {
    const kids: WrittenKid[] = [];
    let open: { readonly run: Run; readonly stream: number; places: number } | undefined;
    for (const kid of element.kids) {
      if (kid.kind !== 'content') {
        open = undefined;
        kids.push(kid);
        if (kid.kind === 'element') visit(kid);
        continue;
      }
      if (open?.stream !== kid.mark.stream.reference.number) {
        open = { run: { tag: element.type }, stream: kid.mark.stream.reference.number, places: 0 };
        kids.push({ kind: 'run', run: open.run });
      }
      if (ofMark.has(kid.mark)) throw new Error(`content of page ${kid.mark.stream.page} has two tags`);
      ofMark.set(kid.mark, { run: open.run, place: open.places });
      open.places += 1;
    }
    kidsOf.set(element, kids);
  };
  visit(document);
  return { ofMark, kidsOf };
}
