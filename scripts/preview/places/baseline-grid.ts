import type { Design } from '../../press/page/compose-page.ts';
import { openFont } from '../../press/read/fonts.ts';
import type { PreviewPlaces } from '../protocol.ts';

/** CSS pixels in a point. */
const pixels = 4 / 3;

/**
 * The grid that running text stands on where nothing pushes it off, from the top of the page's body: a line of it has the
 * height of `baseline`, and the font's ascent and descent, which Chromium rounds to pixels, in its middle.
 */
export function baselineGrid({ tokens, fonts }: Pick<Design, 'tokens' | 'fonts'>): PreviewPlaces['baseline'] {
  const { page, baseline: step, sizes } = tokens;
  const size = (sizes.text ?? step) * pixels;
  const own = tokens.fonts.text.package.replace('@fontsource/', '');
  const file = fonts.find(({ name }) => name.startsWith(`${own}-`));
  if (!file) return { first: page.margin_top + step, step };
  const { ascent, descent, unitsPerEm } = openFont(file);
  const [above, below] = [ascent, -descent].map((units) => Math.round((units / unitsPerEm) * size)) as [number, number];
  const line = above + Math.floor((step * pixels - above - below) / 2);
  return { first: page.margin_top + line / pixels, step };
}
