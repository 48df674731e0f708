import { around, type Box } from '../press/verify/box.ts';
import type { PrintedEdition } from './printed-edition.ts';

/** Where a chart, map or timeline stands: its page and the box around it, from its title to its source. */
export interface Found {
  readonly page: number;
  readonly box: Box;
}

/**
 * Finds what begins with a text, such as "Figure 3", and ends with the line that names its source. "cover map" is the
 * drawing on the cover.
 *
 * @throws Error when nothing begins with it
 */
export function findExample({ blocks, name }: PrintedEdition, from: string): Found {
  const isFirst =
    from === 'cover map'
      ? ({ type }: { type: string }) => type === 'Figure'
      : ({ text }: { text: string }) => begins(text, from);
  const first = blocks.findIndex((block) => isFirst(block));
  const last = blocks.findIndex(({ text }, index) => index > first && text.startsWith('Source:'));
  if (first === -1 || last === -1) throw new Error(`out/${name}.pdf has nothing that begins with "${from}"`);
  const parts = blocks.slice(first, last + 1).flatMap(({ fragments }) => fragments);
  const page = parts[0]?.page ?? 1;
  const box = around(parts.filter((part) => part.page === page).flatMap(({ lines }) => lines));
  if (!box) throw new Error(`"${from}" of out/${name}.pdf is empty`);
  return { page, box };
}

/** "Figure 1" is not the beginning of "Figure 12 …". */
function begins(text: string, from: string): boolean {
  const words = text.replace(/\s+/g, ' ');
  return words.startsWith(from) && !/\d/.test(words.charAt(from.length));
}
