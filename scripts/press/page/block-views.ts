import Handlebars from 'handlebars';
import type { Drawing } from '../charts/drawing.ts';
import { type Place, placeText, type Report } from '../diagnostics/diagnostic.ts';
import { dataTableId, placedId } from '../prose/anchors.ts';
import { hole } from '../prose/elements.ts';
import type { DataTable, KeyFigureStrip, Phrasing, PlacedFigure, PlacedTable, PlacedTimeline } from '../prose/prose.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import { htmlOf, htmlOrNull } from './html.ts';
import { originSpan } from './origin-span.ts';
import type { FigureView, KeyFiguresView, TimelineView } from './view.ts';

/** What a caption needs besides its own words. */
export interface Labelled {
  readonly edition: Edition;
  readonly report: Report;
}

/** What a figure is besides its caption. */
interface Drawn {
  readonly drawing: Drawing | undefined;
  /** Those of the appendix. */
  readonly tables: readonly DataTable[];
}

/** A chart or map as its template sees it. */
export function figureView(figure: PlacedFigure, { drawing, tables, ...labelled }: Labelled & Drawn): FigureView {
  const { kind, name, width, number } = figure;
  const hasTable = tables.some((table) => table.kind === kind && table.name === name);
  return {
    ...captionView(figure),
    data_table: hasTable ? dataTableId(figure) : null,
    data_label: hasTable ? dataLabel(figure, labelled) : null,
    kind,
    width,
    number: number === 0 ? null : numbered('figure-number', number, figure.place, labelled),
    // One that is not there was reported: a proof marks it.
    drawing: drawing ? new Handlebars.SafeString(drawing.svg) : htmlOf([hole('div', `${kind} ${name}`, figure.place)]),
  };
}

/** A timeline as its template sees it, its title a heading of this level. */
export function timelineView(timeline: PlacedTimeline, level: number): TimelineView {
  return {
    ...captionView(timeline),
    level: String(level),
    entries: timeline.entries.map(({ date, act, effect, source }, row) => {
      const inCell = (text: string, column: string) =>
        originSpan(text, { cell: `timeline ${timeline.name} ${row + 1} ${column}` });
      return {
        date: inCell(date, 'date'),
        act: inCell(act, 'act'),
        effect: inCell(effect, 'effect'),
        source: htmlOrNull(source),
      };
    }),
  };
}

/** Key figures as their template sees them. */
export function keyFiguresView({ items, adopted }: KeyFigureStrip): KeyFiguresView {
  const views = items.map(({ figure, text, source, place }) => ({
    figure: htmlOf(setOffWords(figure)),
    text: htmlOf(text),
    source: htmlOrNull(source),
    source_place: placeText(place),
  }));
  return { items: views, adopted };
}

/**
 * The words of a large number as spans of their own, so that they can be set smaller: what qualifies it (“at least”)
 * and what it counts in (“million”). A figure that is all words stays as it is.
 */
function setOffWords(figure: Phrasing): Phrasing {
  return figure.flatMap((node): Phrasing => {
    if (node.type === 'element') return [{ ...node, children: [...setOffWords(node.children)] }];
    if (node.type !== 'text' || !/\d/.test(node.value)) return [node];
    return node.value.split(/(\p{L}[\p{L}\s]*)/u).flatMap((value, index, parts): Phrasing => {
      const text = { type: 'text' as const, value };
      if (value === '') return [];
      if (index % 2 === 0) return [text];
      const className = [parts.slice(0, index).join('') === '' ? 'qualifier' : 'unit'];
      return [{ type: 'element', tagName: 'span', properties: { className }, children: [text] }];
    });
  });
}

/** What the captions of figures, tables and timelines have in common. */
export function captionView(block: PlacedFigure | PlacedTable | PlacedTimeline) {
  return {
    id: placedId(block),
    source_place: placeText(block.place),
    title: htmlOf(block.title),
    subtitle: htmlOrNull(block.subtitle),
    note: htmlOrNull(block.note),
    sources: htmlOrNull(block.source),
    adopted: block.adopted,
    data_table: null,
    data_label: null,
  };
}

/** Which figure's data a link leads to, in words. */
function dataLabel({ number, place }: PlacedFigure, { edition, report }: Labelled): string {
  const fill = (label: string, values: Readonly<Record<string, string>>) =>
    fillLabel(edition.labels, label, values, place, report);
  const figure = number === 0 ? fill('cover-map', {}) : fill('figure-number', { number: String(number) });
  return fill('data-of', { figure });
}

/** “Figure 3”, in the edition's language. */
export function numbered(
  label: string,
  number: number,
  place: Place,
  { edition, report }: Labelled,
): Handlebars.SafeString {
  return originSpan(fillLabel(edition.labels, label, { number: String(number) }, place, report), { counted: true });
}
