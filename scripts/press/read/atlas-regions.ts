import type { Feature, MultiPolygon } from 'geojson';
import { z } from 'zod';
import { type Files, textOf } from './files.ts';

/** A region or state within a country. */
export interface Region {
  readonly name: string;
  readonly country: string;
  readonly shape: Feature<MultiPolygon>;
}

const areas = z.object({
  features: z.array(
    z.object({
      properties: z.object({ name: z.string(), country: z.string() }),
      geometry: z.object({
        type: z.literal('MultiPolygon'),
        coordinates: z.array(z.array(z.array(z.array(z.number())))),
      }),
    }),
  ),
});

export const regionsFile = 'data/regions.geojson';

/** Reads the regions of data/regions.geojson; a project without that file has none. */
export function readRegions(files: Files): readonly Region[] {
  const bytes = files.bytes(regionsFile);
  if (!bytes) return [];
  try {
    return areas.parse(JSON.parse(textOf(bytes))).features.map(({ properties, geometry }) => ({
      ...properties,
      shape: { type: 'Feature', properties: {}, geometry },
    }));
  } catch (cause) {
    throw new Error(
      `reading ${regionsFile} failed: it must be GeoJSON of areas (MultiPolygon) that have a name and a country`,
      { cause },
    );
  }
}
