import type { PrintedBlock } from '../press/verify/printed-blocks.ts';

/** The pages that show what an edition is: its cover, a page of text, one of charts, and its notes. */
export interface ShownPages {
  readonly cover: number;
  readonly text: number;
  readonly chart: number;
  readonly notes: number;
}

/**
 * Chooses pages by what stands on them: most lines and least drawing for text, most drawing for charts.
 *
 * @param notes the page that the notes begin on
 * @param last the last page before the appendix
 */
export function choosePages(blocks: readonly PrintedBlock[], notes: number, last: number): ShownPages {
  const inner = Array.from({ length: Math.max(1, notes - 2) }, (_, index) => index + 2);
  const measured = inner.map((page) => ({ page, ...measure(blocks, page) }));
  const best = (value: (page: (typeof measured)[number]) => number) =>
    measured.reduce((one, other) => (value(other) > value(one) ? other : one)).page;
  const chart = best(({ drawn }) => drawn);
  return {
    cover: 1,
    text: best(({ page, lines, drawn }) => (page === chart ? Number.NEGATIVE_INFINITY : lines * 5000 - drawn)),
    chart,
    // A page that is all notes shows them better than the one that they begin on.
    notes: Math.min(notes + 1, last - 1) > notes ? notes + 1 : notes,
  };
}

/** The lines of text on a page, and the area of its drawings in square points. */
function measure(blocks: readonly PrintedBlock[], page: number): { readonly lines: number; readonly drawn: number } {
  let [lines, drawn] = [0, 0];
  for (const { type, fragments } of blocks) {
    for (const fragment of fragments.filter((part) => part.page === page)) {
      const [{ left, right, top, bottom }] = fragment.lines;
      if (type === 'Figure') drawn += (right - left) * (top - bottom);
      if (type === 'P') lines += fragment.lines.length;
    }
  }
  return { lines, drawn };
}
