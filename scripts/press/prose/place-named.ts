import { type Place, placeText } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { textPlace } from '../numbers/source-places.ts';
import type { Located } from '../read/checked-yaml.ts';
import { textIn } from '../read/labels.ts';
import type { Text } from '../read/schemas/common.ts';
import { figureSources, type Sourced } from '../read/sources.ts';
import { isAdopted } from './adoption.ts';
import { placedId } from './anchors.ts';
import { sourceLine } from './cite.ts';
import type { PlaceOf, ProseContext } from './context.ts';
import type { PlacedKind } from './plan.ts';
import type { Phrasing, PlacedBlock, PlacedFigure } from './prose.ts';
import { tableRows, timelineEntries } from './rows.ts';
import { writePhrasing } from './to-hast.ts';

/** What a chart, map, table or timeline is captioned with, as its file has it. */
interface Captions extends Sourced {
  readonly title: Text;
  readonly subtitle?: Text | undefined;
  readonly note?: Text | undefined;
  readonly adopted: boolean;
}

/** What is placed, and where. */
interface Placing {
  readonly kind: PlacedKind;
  readonly name: string;
  readonly place: Place;
}

/**
 * The block that `::chart[name]` and its like place; undefined, and reported, where there is none of that name or it is placed
 * already.
 */
export function placeNamed(
  kind: PlacedKind,
  name: string,
  place: Place,
  context: ProseContext,
): PlacedBlock | undefined {
  const { edition, plan, used } = context;
  const key = `${kind} ${name}`;
  const first = used.get(key);
  if (first) {
    reportTwice({ kind, name, place }, first, context);
    return undefined;
  }
  used.set(key, place);
  if (edition.broken.has(key)) return undefined;
  const number = plan.numbers.get(key) ?? 0;
  if (kind === 'chart' || kind === 'map') {
    const figures: ReadonlyMap<string, Located<Captions & Pick<PlacedFigure, 'width'>>> = kind === 'chart'
      ? edition.charts
      : edition.maps;
    const spec = find(figures, kind, name, place, context);
    return spec && { kind, number, width: spec.value.width, ...caption(spec, { kind, name, place }, context) };
  }
  if (kind === 'table') {
    const spec = find(edition.tables, kind, name, place, context);
    const table = context.tables.get(key);
    if (!spec || !table) return undefined;
    const captions = caption(spec, { kind, name, place }, context);
    const columns = spec.value.columns.map(({ field, head, group, format }, index) => ({
      field,
      head: phrase(head, spec.at('columns', index, 'head'), context),
      group: group === undefined ? [] : phrase(group, spec.at('columns', index, 'group'), context),
      format,
      total: spec.value.total === 'last-column' && index === spec.value.columns.length - 1,
    }));
    const rows = tableRows(spec, table, context);
    const { width, row_heads: heading } = spec.value;
    return { kind, number, width, heading, columns, rows, ...captions };
  }
  const spec = find(edition.timelines, kind, name, place, context);
  const table = context.tables.get(key);
  if (!spec || !table) return undefined;
  return { kind, ...caption(spec, { kind, name, place }, context), entries: timelineEntries(spec, table, context) };
}

/** A text of a YAML file as words within a line, marked with their place. */
export function phrase(text: Text, place: Place, context: ProseContext): Phrasing {
  const written = textIn(text, context.edition.language, place, context.report);
  const placeOf: PlaceOf = ({ position }, offset = 0) => {
    const start = position?.start.offset;
    return start === undefined ? place : textPlace(context.sourceOf(place.file), place, written, start + offset);
  };
  const words = writePhrasing(written, placeOf, context);
  return [{ type: 'element', tagName: 'span', properties: { dataSource: placeText(place) }, children: [...words] }];
}

/** Title, subtitle, note and source line, in the order in which they are read. */
function caption(spec: Located<Captions>, { kind, name, place }: Placing, context: ProseContext) {
  context.anchors.add(placedId({ kind, name }));
  const { title, subtitle, note, adopted } = spec.value;
  const what = `the ${kind} "${name}"`;
  return {
    name,
    place,
    title: phrase(title, spec.at('title'), context),
    subtitle: subtitle === undefined ? [] : phrase(subtitle, spec.at('subtitle'), context),
    note: note === undefined ? [] : phrase(note, spec.at('note'), context),
    source: sourceLine(figureSources(spec), context),
    adopted: isAdopted(
      { adopted, what, place: spec.at('adopted'), cure: 'write "adopted: true" once they have, or take it out' },
      context,
    ),
  };
}

/** A figure has one number and one place, to which references lead. */
function reportTwice({ kind, name, place }: Placing, first: Place, { report }: ProseContext): void {
  const copy = `copy ${kind}s/${name}.yaml under another name and place that`;
  report({
    rule: 'written-twice',
    place,
    message: `the ${kind} "${name}" is already placed at ${first.file}:${first.line}`,
    cure: kind === 'timeline' ? copy : `write :${kind}[${name}] to refer to it here, or ${copy}`,
  });
}

function find<Spec>(
  known: ReadonlyMap<string, Located<Spec>>,
  kind: PlacedKind,
  name: string,
  place: Place,
  { report }: ProseContext,
): Located<Spec> | undefined {
  const spec = known.get(name);
  if (!spec) {
    report({
      rule: `${kind}-unknown`,
      place,
      message: `unknown ${kind} "${name}"`,
      cure: didYouMean(name, known.keys(), `${kind}s`),
    });
  }
  return spec;
}
