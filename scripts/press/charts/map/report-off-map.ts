import type { Place, Report } from '../../diagnostics/diagnostic.ts';
import type { Size } from '../views.ts';
import type { MapPlace } from './map-places.ts';
import type { Projected } from './projected.ts';

/** Places that a message names; of more it says how many there are. */
const shown = 3;

/**
 * Reports the places that lie off the drawing, all at once: mostly the query was written for another country.
 *
 * @param place of the query that gives them
 * @returns whether there are any
 */
export function reportOffMap(
  places: readonly MapPlace[],
  { paper, size, country, place }: { paper: Projected; size: Size; country: string; place: Place },
  report: Report,
): 'off the map' | 'on the map' {
  const off = places.filter(({ longitude, latitude }) => {
    const [x, y] = paper.point(longitude, latitude) ?? [-1, -1];
    return x < 0 || y < 0 || x > size.width || y > size.height;
  });
  if (off.length === 0) return 'on the map';
  const names = off.slice(0, shown).map(({ name }) => `"${name}"`);
  const more = off.length - names.length;
  report({
    rule: 'map-feature',
    place,
    message: `the ${off.length === 1 ? 'place' : 'places'} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${off.length === 1 ? 'lies' : 'lie'} outside the map of ${country}`,
    cure: 'correct the query that picks them, or their lon and lat in the data',
  });
  return 'off the map';
}
