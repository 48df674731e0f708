import type { Place, Report } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Atlas, Country, Region, River } from '../../read/atlas.ts';
import type { Located } from '../../read/checked-yaml.ts';
import type { MapSpec } from '../../read/schemas/figures.ts';

export interface MapFeatures {
  readonly country: Country;
  readonly regions: readonly Region[];
  /** Each river once by the name that is printed, though the atlas may hold it in several pieces. */
  readonly rivers: readonly { readonly name: string; readonly pieces: readonly River[] }[];
}

/** Finds what a map shows in the atlas; what it does not hold is reported (rule map-feature). */
export function mapFeatures(map: Located<MapSpec>, atlas: Atlas, report: Report): MapFeatures | undefined {
  const { country: wanted, rivers, regions } = map.value;
  const unknown = (what: string, name: string, place: Place, known: Iterable<string>, kind: string): void =>
    report({
      rule: 'map-feature',
      place,
      message: `the atlas has no ${what} "${name}"`,
      cure: didYouMean(name, known, kind),
    });

  const country = atlas.countries.find(({ name }) => name === wanted);
  if (!country) {
    const known = atlas.countries.map(({ name }) => name);
    unknown('country', wanted, map.at('country'), known, 'countries');
  }
  const knownRivers = new Set(atlas.rivers.map(({ name }) => name));
  const courses = rivers.map(({ name, label }, index) => {
    const pieces = atlas.rivers.filter((river) => river.name === name);
    if (pieces.length === 0) unknown('river', name, map.at('rivers', index), knownRivers, 'rivers');
    return { label, pieces };
  });
  const own = atlas.regions.filter((region) => region.country === wanted);
  const areas = regions.map((name, index) => {
    const region = own.find((other) => other.name === name);
    const known = own.map((other) => other.name);
    if (!region && country) unknown(`region of ${wanted}`, name, map.at('regions', index), known, 'regions');
    return region;
  });
  if (!country || courses.some(({ pieces }) => pieces.length === 0) || areas.includes(undefined)) return undefined;
  const byLabel = Map.groupBy(courses, ({ label }) => label);
  return {
    country,
    regions: areas.flatMap((region) => region ?? []),
    rivers: [...byLabel].map(([name, parts]) => ({ name, pieces: parts.flatMap(({ pieces }) => pieces) })),
  };
}
