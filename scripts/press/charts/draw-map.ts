import type { Table } from '../data/table.ts';
import type { Atlas, Country } from '../read/atlas.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { MapSpec } from '../read/schemas/figures.ts';
import { framedSvg } from './clean-svg.ts';
import { colourOf, mixed } from './colours.ts';
import { columnWidth } from './column-width.ts';
import type { Press } from './draw-chart.ts';
import type { Drawing } from './drawing.ts';
import { checkOffsets } from './map/check-offsets.ts';
import { type MapLettering, mapLettering } from './map/lettering.ts';
import { type MapFeatures, mapFeatures } from './map/map-features.ts';
import { type MapGround, type MapNames, mapNames } from './map/map-names.ts';
import { type MapPlace, mapPlaces } from './map/map-places.ts';
import type { MarkedPlace } from './map/place-labels.ts';
import { type Projected, projected } from './map/projected.ts';
import { regionLines } from './map/region-lines.ts';
import { reportOffMap } from './map/report-off-map.ts';
import { clearOf, lettered, shape, through } from './map/svg-parts.ts';
import type { Size } from './views.ts';

export interface MapToDraw {
  readonly name: string;
  readonly map: Located<MapSpec>;
  /** The alternative text, filled. */
  readonly alt: string;
  readonly places: Table;
  readonly atlas: Atlas;
  /** For the number on the scale. */
  readonly language: string;
}

/**
 * Draws a locator map: the country in its tint, its neighbours by name, rivers, places and a scale. Projected by
 * Vega's Mercator; a country or river that the atlas does not hold is reported, and the map left out.
 */
export function drawMap(
  { name, map, alt, places: table, atlas, language }: MapToDraw,
  press: Press,
): Drawing | undefined {
  const features = mapFeatures(map, atlas, press.report);
  const found = mapPlaces(table, map.at('places'), press.report);
  if (!features || found.length < table.rows.length) return undefined;

  const size = { width: columnWidth(press.tokens, map.value.width), height: map.value.height };
  const paper = projected(features.country.shape, size);
  const drawn = { paper, size, country: features.country.name, place: map.at('places', 'query') };
  if (reportOffMap(found, drawn, press.report) === 'off the map') return undefined;
  const lettering = mapLettering(press.tokens, press.accent);
  const land = landOf(features.country, atlas, paper);
  const marked = found.flatMap((place) => markedPlace(place, paper, lettering));
  const ground = groundOf(features, land, size, paper);
  const { labels: offsets } = map.value;
  const names = mapNames(ground, marked, lettering, { language, offsets }, press.metrics);
  if (!checkOffsets(names.labels, map, press.report)) return undefined;
  const marks = painted({ features, land, ground, paper, found, names, size, id: `map-${name}-lines` }, (colour) =>
    colourOf(press.tokens, press.accent, colour),
  );
  return { kind: 'map', name, svg: framedSvg({ name: `map-${name}`, alt, ...size }, marks), ...size, table };
}

interface Land {
  readonly neighbours: readonly Country[];
  /** The names of those that share a border with the country. */
  readonly next: ReadonlySet<string>;
  /** As path data. */
  readonly borders: string;
  readonly outline: string;
}

function landOf(country: Country, atlas: Atlas, paper: Projected): Land {
  const neighbours = atlas.countries.filter(
    (other) => other.name !== country.name && paper.mayShow(other.shape) && paper.path(other.shape) !== '',
  );
  return {
    neighbours,
    next: atlas.neighboursOf(country.name),
    borders: paper.path(atlas.borders(new Set(neighbours.map((neighbour) => neighbour.name)))),
    outline: paper.path(atlas.borders(new Set([country.name]))),
  };
}

function groundOf({ country, rivers, regions }: MapFeatures, land: Land, size: Size, paper: Projected): MapGround {
  const outline = paper.lines(country.shape);
  const ground = ({ name, shape: outline }: Country) => ({ name, rings: paper.lines(outline) });
  return {
    size,
    country: ground(country),
    neighbours: land.neighbours.map((neighbour) => ({ ...ground(neighbour), isNext: land.next.has(neighbour.name) })),
    regions: regions.map(({ name, shape: area }) => {
      const rings = paper.lines(area);
      return { name, rings, lines: regionLines(rings, outline) };
    }),
    rivers: rivers.map(({ name, pieces }) => ({ name, course: pieces.flatMap(({ course }) => paper.lines(course)) })),
    outline,
    perKilometre: paper.perKilometre,
  };
}

/** In points. */
const radius = { capital: 3.2, town: 1.7 } as const;

function markedPlace(place: MapPlace, paper: Projected, lettering: MapLettering): MarkedPlace[] {
  const at = paper.point(place.longitude, place.latitude);
  if (!at) return [];
  const label = { ...lettering[place.kind], lines: [place.name] };
  return [{ at, radius: radius[place.kind], label, align: place.align }];
}

interface Painting {
  readonly features: MapFeatures;
  readonly land: Land;
  readonly ground: MapGround;
  readonly paper: Projected;
  readonly found: readonly MapPlace[];
  readonly names: MapNames;
  readonly size: Size;
  /** Of the clip that keeps lines off the names. */
  readonly id: string;
}

/** From the ground up: water, land, borders and rivers, the country's outline, places, names, scale. */
function painted(
  { features, land, ground, paper, found, names, size, id }: Painting,
  colour: (name: string) => string,
): string {
  const water = colour('water');
  const stroke = (d: string, ink: string, width: number): string =>
    d === ''
      ? ''
      : shape('path', {
          d,
          fill: 'none',
          stroke: ink,
          'stroke-width': width,
          'stroke-linejoin': 'round',
          'stroke-linecap': 'round',
        });
  const fill = (country: Country, ink: string): string => shape('path', { d: paper.path(country.shape), fill: ink });
  const { scale } = names;
  const boxes = [...names.labels, scale.label].map(({ box }) => box);
  const lines = [
    stroke(land.borders, colour('rule'), 0.5),
    ...ground.regions.flatMap(({ lines: inner }) =>
      inner.map((line) => stroke(through(line), mixed(colour('accent'), colour('paper'), 0.55), 0.5)),
    ),
    ...features.rivers.flatMap(({ pieces }) => pieces.map(({ course }) => stroke(paper.path(course), water, 1))),
  ];
  return [
    shape('rect', { width: size.width, height: size.height, fill: mixed(water, colour('paper'), 0.78) }),
    ...land.neighbours.map((neighbour) => fill(neighbour, colour('ground'))),
    // Darker than the tint of the page, so that it stands out from sea and neighbours in grey as well.
    fill(features.country, mixed(colour('accent'), colour('paper'), 0.82)),
    clearOf(boxes, size, id, lines.join('')),
    // Whole, whatever stands beside it; lighter than the places, which it would swallow where a coast is dense.
    stroke(land.outline, mixed(colour('accent'), colour('accent-tint'), 0.25), 0.75),
    ...found.map((place) => placeMark(place, paper, colour)),
    ...names.labels.map(lettered),
    stroke(
      through([
        [scale.x, scale.y - 3],
        [scale.x, scale.y],
        [scale.x + scale.length, scale.y],
        [scale.x + scale.length, scale.y - 3],
      ]),
      colour('quiet'),
      0.75,
    ),
    lettered(scale.label),
  ].join('');
}

/** A dot for a town; a dot in a ring for the capital, told apart without colour. */
function placeMark(place: MapPlace, paper: Projected, colour: (name: string) => string): string {
  const at = paper.point(place.longitude, place.latitude);
  if (!at) return '';
  const [cx, cy] = at;
  if (place.kind === 'town') return shape('circle', { cx, cy, r: radius.town, fill: colour('ink') });
  return (
    shape('circle', {
      cx,
      cy,
      r: radius.capital - 0.4,
      fill: colour('paper'),
      stroke: colour('ink'),
      'stroke-width': 0.8,
    }) + shape('circle', { cx, cy, r: 1.4, fill: colour('ink') })
  );
}
