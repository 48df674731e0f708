import type { Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Text } from '../read/schemas/common.ts';
import { figureSources, type Sourced } from '../read/sources.ts';
import type { CaptionedBlock, PlacedFigure, PlacedKind, PlacedTable, PlacedTimeline } from './prose.ts';
import { tableRows, timelineEntries } from './tables.ts';
import type { Writing } from './writing.ts';

/**
 * The block that `::chart[name]` and its like place; undefined, and reported, where there is none of that name or it is placed
 * already.
 */
export type PlaceNamed = (name: string, place: Place, writing: Writing) => CaptionedBlock | undefined;

/** Places a chart of charts/. */
export function placeChart(name: string, place: Place, writing: Writing): PlacedFigure | undefined {
  return placeFigure(writing.edition.charts, { kind: 'chart', name, place }, writing);
}

/** Places a map of maps/. */
export function placeMap(name: string, place: Place, writing: Writing): PlacedFigure | undefined {
  return placeFigure(writing.edition.maps, { kind: 'map', name, place }, writing);
}

/** Places a table of tables/. */
export function placeTable(name: string, place: Place, writing: Writing): PlacedTable | undefined {
  const placing = { kind: 'table', name, place } as const;
  const spec = findSpec(writing.edition.tables, placing, writing);
  const table = writing.tables.get(keyOf(placing));
  if (!spec || !table) return undefined;
  const captions = caption(spec, placing, writing);
  const { columns, total, width, row_heads: heading } = spec.value;
  return {
    kind: 'table',
    number: numberOf(placing, writing),
    width,
    heading,
    columns: columns.map(({ field, head, group, format }, index) => ({
      field,
      head: writing.phrase(head, spec.at('columns', index, 'head')),
      group: group === undefined ? [] : writing.phrase(group, spec.at('columns', index, 'group')),
      format,
      total: total === 'last-column' && index === columns.length - 1,
    })),
    rows: tableRows(spec, table, writing),
    ...captions,
  };
}

/** Places a timeline of timelines/. */
export function placeTimeline(name: string, place: Place, writing: Writing): PlacedTimeline | undefined {
  const placing = { kind: 'timeline', name, place } as const;
  const spec = findSpec(writing.edition.timelines, placing, writing);
  const table = writing.tables.get(keyOf(placing));
  if (!spec || !table) return undefined;
  return {
    kind: 'timeline',
    ...caption(spec, placing, writing),
    entries: timelineEntries(spec, table, writing),
  };
}

/** What is placed, and where. */
interface Placing<Kind extends PlacedKind = PlacedKind> {
  readonly kind: Kind;
  readonly name: string;
  readonly place: Place;
}

/** What a chart, map, table or timeline is captioned with, as its file has it. */
interface Captions extends Sourced {
  readonly title: Text;
  readonly subtitle?: Text | undefined;
  readonly note?: Text | undefined;
  readonly adopted: boolean;
}

function placeFigure(
  known: ReadonlyMap<string, Located<Captions & Pick<PlacedFigure, 'width'>>>,
  placing: Placing<PlacedFigure['kind']>,
  writing: Writing,
): PlacedFigure | undefined {
  const spec = findSpec(known, placing, writing);
  if (!spec) return undefined;
  const number = numberOf(placing, writing);
  return { kind: placing.kind, number, width: spec.value.width, ...caption(spec, placing, writing) };
}

/** The file of what is to be placed. A figure has one number and one place, to which references lead. */
function findSpec<Spec>(
  known: ReadonlyMap<string, Located<Spec>>,
  placing: Placing,
  writing: Writing,
): Located<Spec> | undefined {
  const { kind, name, place } = placing;
  const first = writing.countPlaced(kind, name, place);
  if (first) {
    const copy = `copy ${kind}s/${name}.yaml under another name and place that`;
    writing.report({
      rule: 'written-twice',
      place,
      message: `the ${kind} "${name}" is already placed at ${first.file}:${first.line}`,
      cure: kind === 'timeline' ? copy : `write :${kind}[${name}] to refer to it here, or ${copy}`,
    });
    return undefined;
  }
  if (writing.edition.broken.has(keyOf(placing))) return undefined;
  const spec = known.get(name);
  if (!spec) {
    writing.report({
      rule: `${kind}-unknown`,
      place,
      message: `unknown ${kind} "${name}"`,
      cure: didYouMean(name, known.keys(), `${kind}s`),
    });
  }
  return spec;
}

/** The number of what is placed; 0 for the map on the cover, since a cover is not cited. */
function numberOf(placing: Placing, { plan }: Writing): number {
  return plan.numbered.get(keyOf(placing))?.number ?? 0;
}

function keyOf({ kind, name }: Placing): string {
  return `${kind} ${name}`;
}

/** Title, subtitle, note and source line, in the order in which they are read. */
function caption(spec: Located<Captions>, { kind, name, place }: Placing, writing: Writing) {
  const { title, subtitle, note, adopted } = spec.value;
  const figure = {
    adopted,
    what: `the ${kind} "${name}"`,
    place: spec.at('adopted'),
    cure: 'write "adopted: true" once they have, or take it out',
  };
  return {
    name,
    place,
    title: writing.phrase(title, spec.at('title')),
    subtitle: subtitle === undefined ? [] : writing.phrase(subtitle, spec.at('subtitle')),
    note: note === undefined ? [] : writing.phrase(note, spec.at('note')),
    source: writing.endnotes.sourceLine(figureSources(spec)),
    adopted: isAdopted(figure, writing),
  };
}

/** A figure in print, and what its file says of it. */
interface Adoptable {
  /** Whether the partners have taken it for theirs. */
  readonly adopted: boolean;
  /** As messages name it: the chart "aid-2020". */
  readonly what: string;
  /** Where its file says so. */
  readonly place: Place;
  /** What to do once they have, and what else. */
  readonly cure: string;
}

/**
 * Whether a figure stands under the partners’ names as theirs. One that was kept from a reconstruction does not before they
 * adopt it: it is printed with a label, and reported, since it keeps the edition from being released.
 */
export function isAdopted({ adopted, what, place, cure }: Adoptable, { edition, report }: Writing): boolean {
  if (adopted || edition.meta.value.adopted) return true;
  report({
    rule: 'figure-adopted',
    place,
    message: `the partners have not adopted ${what}, kept from a reconstruction`,
    cure,
  });
  return false;
}
