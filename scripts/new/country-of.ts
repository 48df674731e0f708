import { nameFrom } from '../import/names.ts';
import type { Atlas } from '../press/read/atlas.ts';

/** The country that an edition's name means, as the atlas has it; else the name in words: "burkina-faso" is "Burkina Faso". */
export function countryOf(name: string, { countries }: Atlas): string {
  const meant = countries
    .filter((country) => name === nameFrom(country.name) || name.startsWith(`${nameFrom(country.name)}-`))
    .sort((one, other) => other.name.length - one.name.length)[0];
  return meant?.name ?? name.replace(/-/g, ' ').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
