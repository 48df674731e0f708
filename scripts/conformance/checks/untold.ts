import type { StructureElement, StructureNode } from '../structure/structure.ts';

/** What poppler does not tell of a tag: what is said in its place, and its language. */
export type Untold = Pick<StructureElement, 'type' | 'alt' | 'actualText' | 'language'>;

/** The tags of a PDF of which there is something to tell, by their place among all, counted from 0 in reading order. */
export function untoldIn(nodes: readonly StructureNode[]): ReadonlyMap<number, Untold> {
  const untold = new Map<number, Untold>();
  let place = 0;
  const visit = (node: StructureNode): void => {
    if (node.kind !== 'element') return;
    const { type, alt, actualText, language } = node;
    if ([alt, actualText, language].some((words) => words !== undefined)) {
      untold.set(place, { type, alt, actualText, language });
    }
    place += 1;
    node.kids.forEach(visit);
  };
  nodes.forEach(visit);
  return untold;
}
