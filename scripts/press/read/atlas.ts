import { createRequire } from 'node:module';
import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { z } from 'zod';
import { type Files, textOf } from './files.ts';

/** A country as the map shows it: all that Natural Earth draws of it. */
export interface Country {
  /** In full: "Burkina Faso", "Democratic Republic of the Congo". */
  readonly name: string;
  readonly shape: Feature<MultiPolygon>;
}

/** A river with its course. */
export interface River {
  readonly name: string;
  readonly course: Feature<MultiLineString>;
}

/** A region or state within a country. */
export interface Region {
  readonly name: string;
  readonly country: string;
  readonly shape: Feature<MultiPolygon>;
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

type Named = { readonly name: string };
type World = Topology<{ readonly countries: GeometryCollection<Named> }>;
type Land = Extract<GeometryObject<Named>, { readonly type: 'Polygon' | 'MultiPolygon' }>;

const riversFile = 'data/rivers.geojson';
/** Where a project keeps its regions. */
const regionsFile = 'data/regions.geojson';

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

/** Reads the regions of data/regions.geojson; a project without that file has none. */
function readRegions(files: Files): readonly Region[] {
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

/** What Natural Earth shortens, in full, and with the apostrophe of print. */
const inFull: Readonly<Record<string, string>> = {
  'Antigua and Barb.': 'Antigua and Barbuda',
  'Ashmore and Cartier Is.': 'Ashmore and Cartier Islands',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Br. Indian Ocean Ter.': 'British Indian Ocean Territory',
  'British Virgin Is.': 'British Virgin Islands',
  'Cayman Is.': 'Cayman Islands',
  'Central African Rep.': 'Central African Republic',
  'Cook Is.': 'Cook Islands',
  "Côte d'Ivoire": 'Côte d’Ivoire',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  'Faeroe Is.': 'Faroe Islands',
  'Falkland Is.': 'Falkland Islands',
  'Fr. Polynesia': 'French Polynesia',
  'Fr. S. Antarctic Lands': 'French Southern and Antarctic Lands',
  'Heard I. and McDonald Is.': 'Heard Island and McDonald Islands',
  'Indian Ocean Ter.': 'Indian Ocean Territories',
  'Marshall Is.': 'Marshall Islands',
  'N. Mariana Is.': 'Northern Mariana Islands',
  'Pitcairn Is.': 'Pitcairn Islands',
  'S. Geo. and the Is.': 'South Georgia and the South Sandwich Islands',
  'S. Sudan': 'South Sudan',
  'Solomon Is.': 'Solomon Islands',
  'St. Kitts and Nevis': 'Saint Kitts and Nevis',
  'St. Pierre and Miquelon': 'Saint Pierre and Miquelon',
  'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
  'Turks and Caicos Is.': 'Turks and Caicos Islands',
  'U.S. Virgin Is.': 'U.S. Virgin Islands',
  'W. Sahara': 'Western Sahara',
  'Wallis and Futuna Is.': 'Wallis and Futuna',
};

/** Lands that Natural Earth draws apart by who holds them, and the United Nations' maps as part of a member state. */
const partOf: Readonly<Record<string, string>> = { Somaliland: 'Somalia', 'N. Cyprus': 'Cyprus' };

/** The country that a land of Natural Earth belongs to, by its name in full. */
function countryName(land: string): string {
  return partOf[land] ?? inFull[land] ?? land;
}
