import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The lowest level of a heading that HTML has. */
const lowest = 6;

/**
 * The levels of the headings that placed blocks bring along, such as the title of a timeline: one below the heading that
 * each block stands under, since headings skip no level (ISO 14289-1, 7.4.2).
 *
 * @param above the level of the heading that the body itself stands under
 * @returns the level by the index of the placed block
 */
export function headingLevels(body: Root, above: number): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  let current = above;
  visit(body, 'element', ({ tagName, properties }) => {
    const own = /^h([1-6])$/.exec(tagName)?.[1];
    if (own !== undefined) current = Number(own);
    const { dataPlaced } = properties;
    if (typeof dataPlaced === 'string') levels.set(Number(dataPlaced), Math.min(current + 1, lowest));
  });
  return levels;
}
