import type { Tokens } from '../read/schemas/tokens.ts';

/** The area of a page between its margins, in points from the page's lower left corner. */
export interface PageBody {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The page's body as the tokens give it. */
export function pageBody({ page }: Tokens): PageBody {
  return {
    left: page.margin_left,
    bottom: page.margin_bottom,
    right: page.width - page.margin_right,
    top: page.height - page.margin_top,
  };
}
