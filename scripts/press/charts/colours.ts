import type { Tokens } from '../read/schemas/tokens.ts';

/**
 * The colours that drawings know by name: those of the tokens, data-1 and on, the edition's accent and its tint; and two
 * between, as light as marks on paper can be (3:1): `accent-light` (accent to tint) and `grey` (quiet to rule).
 */
export function coloursOf(tokens: Tokens, accent: string): ReadonlyMap<string, string> {
  const chosen = tokens.accents[accent];
  const { ink = '#000000', ground = '#ffffff', quiet = ink, rule = ground } = tokens.colours;
  // An accent that is not there was reported when the edition was read; the drawing goes on in ink.
  const { strong, tint } = chosen ?? { strong: ink, tint: ground };
  return new Map([
    ...Object.entries(tokens.colours),
    ...tokens.data_colours.map((colour, index) => [`data-${index + 1}`, colour] as const),
    ['accent', strong] as const,
    ['accent-light', mixed(strong, tint, 0.3)] as const,
    ['accent-tint', tint] as const,
    ['grey', mixed(quiet, rule, 0.6)] as const,
  ]);
}

/** A colour that the press's own drawing code needs. Its absence is a fault of styles/tokens.yaml as a whole. */
export function colourOf(tokens: Tokens, accent: string, name: string): string {
  const colour = coloursOf(tokens, accent).get(name);
  if (colour === undefined)
    throw new Error(`styles/tokens.yaml has no colour "${name}", which every chart and map needs`);
  return colour;
}

/** Two colours mixed in sRGB; `share` is that of the second, from 0 to 1. */
export function mixed(one: string, other: string, share: number): string {
  const channel = (colour: string, index: number): number =>
    Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mix = (index: number): string =>
    Math.round(channel(one, index) * (1 - share) + channel(other, index) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${mix(0)}${mix(1)}${mix(2)}`;
}
