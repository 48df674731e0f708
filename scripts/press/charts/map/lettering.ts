import type { Tokens } from '../../read/schemas/tokens.ts';
import { colourOf, mixed } from '../colours.ts';
import type { Label } from './label.ts';

export type Lettering = Omit<Label, 'lines'>;

/** How each kind of name on a map is set. */
export interface MapLettering {
  readonly country: Lettering;
  readonly neighbour: Lettering;
  readonly region: Lettering;
  readonly capital: Lettering;
  readonly town: Lettering;
  readonly river: Lettering;
  readonly scale: Lettering;
}

/** The series' sans: ink for places, accent for the country, its shade for regions, quiet for what is around it, italic for water. */
export function mapLettering(tokens: Tokens, accent: string): MapLettering {
  const family = tokens.fonts.sans.name;
  const colour = (name: string): string => colourOf(tokens, accent, name);
  const { note = 8, label = 9, lead = 12 } = tokens.sizes;
  const set = (size: number, weight: number, ink: string, style: 'normal' | 'italic' = 'normal'): Lettering => ({
    face: { family, size, weight, style },
    colour: ink,
  });
  return {
    country: set(lead, 600, colour('accent')),
    neighbour: set(note, 400, colour('quiet')),
    // Spaced, as areas are; by so little that the letters are read as one word.
    region: { ...set(note, 400, mixed(colour('accent'), colour('ink'), 0.35)), spacing: 0.09 * note },
    capital: set(label, 600, colour('ink')),
    town: set(label, 400, colour('ink')),
    // Water itself is too light for small type: darkened to 4.5:1 and more on every ground of the map.
    river: set(note, 400, mixed(colour('water'), colour('ink'), 0.45), 'italic'),
    scale: set(note, 400, colour('quiet')),
  };
}
