import type { Feature, GeometryObject, MultiPolygon, Position } from 'geojson';
import { projection } from 'vega-projection';
import type { Size } from '../views.ts';
import type { Line, Point } from './plane.ts';

/** The earth on the paper: Mercator, fitted to one country and cut at the edges of the drawing. */
export interface Projected {
  point(longitude: number, latitude: number): Point | undefined;
  /** False for land that is surely outside the drawing: far cheaper to ask than its path. */
  mayShow(shape: Feature<MultiPolygon>): boolean;
  /** As an SVG path; empty where nothing is to be seen. */
  path(shape: Feature | GeometryObject): string;
  /** The visible part of a shape, as lines on the paper. */
  lines(shape: Feature | GeometryObject): readonly Line[];
  /** Points on the paper to a kilometre, in the middle of the drawing. */
  readonly perKilometre: number;
}

interface GeoProjection {
  (place: Point): Point;
  invert(point: Point): Point;
  fitExtent(extent: readonly [Point, Point], shape: Feature): GeoProjection;
  clipExtent(extent: readonly [Point, Point]): GeoProjection;
  readonly path: { digits(decimals: number): (shape: Feature | GeometryObject) => string | null };
}

/** Fits `country` into a drawing with a margin that shows its neighbours. */
export function projected(country: Feature<MultiPolygon>, { width, height }: Size): Projected {
  const margin = Math.max(18, 0.12 * Math.min(width, height));
  // Vega's types know only how to add a projection, and leave out the path generator that it brings.
  const make = projection as unknown as (type: 'mercator') => () => GeoProjection;
  const mercator = make('mercator')()
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      country,
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  const draw = mercator.path.digits(2);
  const paths = new Map<Feature | GeometryObject, string>();
  const path = (shape: Feature | GeometryObject): string => {
    const found = paths.get(shape) ?? draw(shape) ?? '';
    paths.set(shape, found);
    return found;
  };
  const [west, north] = mercator.invert([0, 0]);
  const [east, south] = mercator.invert([width, height]);
  return {
    path,
    mayShow: (shape) =>
      shape.geometry.coordinates.some((rings) =>
        // Beside the frame on one side with every point of its outer ring: the first, since holes are inside it.
        [
          (place: Position) => (place[0] ?? 0) < west,
          (place: Position) => (place[0] ?? 0) > east,
          (place: Position) => (place[1] ?? 0) > north,
          (place: Position) => (place[1] ?? 0) < south,
        ].every((isBeside) => !rings[0]?.every(isBeside)),
      ),
    point(longitude, latitude) {
      const [x, y] = mercator([longitude, latitude]);
      return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
    },
    lines: (shape) => linesOf(path(shape)),
    perKilometre: perKilometre(mercator, [width / 2, height / 2]),
  };
}

/** Mercator stretches alike in all directions: what a degree of latitude takes, a kilometre takes in proportion. */
function perKilometre(mercator: GeoProjection, middle: Point): number {
  const [longitude, latitude] = mercator.invert(middle);
  const [, north] = mercator([longitude, latitude + 0.5]);
  const [, south] = mercator([longitude, latitude - 0.5]);
  const kilometresToDegree = 111.2;
  return (south - north) / kilometresToDegree;
}

/** The lines of a path that is made of M, L and Z, as d3 makes them. */
function linesOf(path: string): readonly Line[] {
  return path
    .split('M')
    .filter((part) => part !== '')
    .map((part) => {
      const points = part
        .replace('Z', '')
        .split('L')
        .map((pair): Point => {
          const [x = 0, y = 0] = pair.split(',').map(Number);
          return [x, y];
        });
      const [first] = points;
      return part.endsWith('Z') && first ? [...points, first] : points;
    });
}
