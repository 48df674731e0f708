import { createRequire } from 'node:module';
import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { z } from 'zod';
import { type Region, readRegions, regionsFile } from './atlas-regions.ts';
import { countryName } from './country-names.ts';
import { type Files, textOf } from './files.ts';

export interface Country {
  /** In full: "Burkina Faso", "Democratic Republic of the Congo". */
  readonly name: string;
  readonly shape: Feature<MultiPolygon>;
}

export interface River {
  readonly name: string;
  readonly course: Feature<MultiLineString>;
}

/** What maps are drawn from, in degrees of longitude and latitude. */
export interface Atlas {
  readonly countries: readonly Country[];
  readonly rivers: readonly River[];
  /** Regions and states within countries: those that the project has. */
  readonly regions: readonly Region[];
  /** The countries that share a border with one. */
  neighboursOf(country: string): ReadonlySet<string>;
  /** The borders and coasts of some countries, each line once. */
  borders(names: ReadonlySet<string>): MultiLineString;
}

const lines = z.object({
  features: z.array(
    z.object({
      properties: z.object({ name: z.string() }),
      geometry: z.union([
        z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(z.array(z.number()))) }),
        z.object({ type: z.literal('LineString'), coordinates: z.array(z.array(z.number())) }),
      ]),
    }),
  ),
});

type Named = { readonly name: string };
type World = Topology<{ readonly countries: GeometryCollection<Named> }>;
type Land = Extract<GeometryObject<Named>, { readonly type: 'Polygon' | 'MultiPolygon' }>;

const riversFile = 'data/rivers.geojson';

/** The files of a project that maps are drawn from, where it has them. */
export const mapFiles = [riversFile, regionsFile] as const;
const known = new WeakMap<Files, Atlas>();

/**
 * Reads the countries of the package world-atlas (Natural Earth, 1:50 million), the rivers of data/rivers.geojson and the
 * regions of data/regions.geojson, once for the same files. Without these files there are no rivers and no regions.
 */
export function readAtlas(files: Files): Atlas {
  const found = known.get(files) ?? readOnce(files);
  known.set(files, found);
  return found;
}

function readOnce(files: Files): Atlas {
  const topology = readTopology();
  const lands = landsByCountry(topology);
  return {
    countries: [...lands].map(([name, parts]) => ({ name, shape: shapeOf(topology, parts) })),
    rivers: readRivers(files),
    regions: readRegions(files),
    neighboursOf: (country) => neighboursOf(lands, country),
    borders: (names) => bordersOf(topology, lands, names),
  };
}

function readTopology(): World {
  try {
    return createRequire(import.meta.url)('world-atlas/countries-50m.json') as World;
  } catch (cause) {
    throw new Error('reading the map of countries failed: install the packages again (npm ci)', { cause });
  }
}

function landsByCountry(topology: World): ReadonlyMap<string, readonly Land[]> {
  const found = new Map<string, Land[]>();
  for (const part of topology.objects.countries.geometries) {
    if (part.type !== 'Polygon' && part.type !== 'MultiPolygon') continue;
    const own = part.properties?.name ?? '';
    const name = countryName(own);
    found.set(name, [...(found.get(name) ?? []), part]);
  }
  return found;
}

function shapeOf(topology: World, parts: readonly Land[]): Feature<MultiPolygon> {
  const [first] = parts;
  // Merging takes away the lines between parts; for one part it would only cost time.
  const coordinates =
    parts.length === 1 && first ? polygonsOf(topology, first) : merge(topology, [...parts]).coordinates;
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}

function polygonsOf(topology: World, land: Land): Position[][][] {
  const shape = feature(topology, land);
  const geometry = shape.type === 'Feature' ? shape.geometry : undefined;
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  return geometry?.type === 'Polygon' ? [geometry.coordinates] : [];
}

function bordersOf(
  topology: World,
  lands: ReadonlyMap<string, readonly Land[]>,
  names: ReadonlySet<string>,
): MultiLineString {
  const nameOf = new Map([...lands].flatMap(([name, parts]) => parts.map((part) => [part, name] as const)));
  const geometries = [...lands].filter(([name]) => names.has(name)).flatMap(([, parts]) => parts);
  return mesh(
    topology,
    { type: 'GeometryCollection', geometries },
    // An outer line has the same land on both sides.
    (one, other) => one === other || nameOf.get(one as Land) !== nameOf.get(other as Land),
  );
}

function neighboursOf(lands: ReadonlyMap<string, readonly Land[]>, country: string): ReadonlySet<string> {
  // An arc that is passed the other way has the complement of its number.
  const arcsOf = (parts: readonly Land[]): readonly number[] =>
    parts.flatMap(({ arcs }) => arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc)));
  const own = new Set(arcsOf(lands.get(country) ?? []));
  const sharing = [...lands].filter(([name, parts]) => name !== country && arcsOf(parts).some((arc) => own.has(arc)));
  return new Set(sharing.map(([name]) => name));
}

function readRivers(files: Files): readonly River[] {
  const bytes = files.bytes(riversFile);
  if (!bytes) return [];
  try {
    const read = lines.parse(JSON.parse(textOf(bytes)));
    return read.features.map(({ properties, geometry }) => ({
      name: properties.name,
      course: course(geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates),
    }));
  } catch (cause) {
    throw new Error(`reading ${riversFile} failed: it must be GeoJSON of lines that have a name`, { cause });
  }
}

function course(coordinates: Position[][]): Feature<MultiLineString> {
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } };
}
