import type { Width } from '../read/schemas/common.ts';
import type { Tokens } from '../read/schemas/tokens.ts';

/** The width in points of a place on the page. */
export function columnWidth({ columns }: Tokens, width: Width): number {
  switch (width) {
    case 'text':
      return columns.text;
    case 'wide':
      return columns.text + columns.gutter + columns.outer;
    case 'margin':
      return columns.outer;
  }
}
