import type { Report } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Atlas, Country, River } from '../../read/atlas.ts';
import type { Located } from '../../read/edition.ts';
import type { MapSpec } from '../../read/schemas/chart.ts';

export interface MapFeatures {
  readonly country: Country;
  /** Each river once, though the atlas may hold it in several pieces. */
  readonly rivers: readonly { readonly name: string; readonly pieces: readonly River[] }[];
}

/** Finds what a map shows in the atlas; what it does not hold is reported (rule map-feature). */
export function mapFeatures(map: Located<MapSpec>, atlas: Atlas, report: Report): MapFeatures | undefined {
  const { country: wanted, rivers } = map.value;
  const country = atlas.countries.find(({ name }) => name === wanted);
  const known = new Set(atlas.rivers.map(({ name }) => name));
  if (!country) {
    report({
      rule: 'map-feature',
      place: map.at('country'),
      message: `the atlas has no country "${wanted}"`,
      cure: didYouMean(
        wanted,
        atlas.countries.map(({ name }) => name),
        'countries',
      ),
    });
  }
  const found = [...new Set(rivers)].flatMap((name) => {
    const pieces = atlas.rivers.filter((river) => river.name === name);
    if (pieces.length > 0) return [{ name, pieces }];
    report({
      rule: 'map-feature',
      place: map.at('rivers', rivers.indexOf(name)),
      message: `the atlas has no river "${name}"`,
      cure: didYouMean(name, known, 'rivers'),
    });
    return [];
  });
  return country && found.length === new Set(rivers).size ? { country, rivers: found } : undefined;
}
