import Handlebars from 'handlebars';
import type { Drawing } from '../charts/drawing.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Phrasing, PlacedFigure, PlacedKeyFigures, PlacedTable, PlacedTimeline } from '../prose/prose.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/fill-label.ts';
import { htmlOf, htmlOrNull } from './html.ts';
import type { FigureView, KeyFiguresView, TableView, TimelineView } from './view.ts';

/** What a caption needs besides its own words. */
interface Labelled {
  readonly edition: Edition;
  readonly report: Report;
}

/** A chart or map as its template sees it. */
export function figureView(figure: PlacedFigure, drawing: Drawing | undefined, labelled: Labelled): FigureView {
  const { kind, width, number } = figure;
  return {
    ...captionView(figure),
    kind,
    width,
    number: number === 0 ? '' : numbered('figure-number', number, figure.place, labelled),
    drawing: new Handlebars.SafeString(drawing?.svg ?? ''),
  };
}

/** A table as its template sees it: the first column heads the rows. */
export function tableView(table: PlacedTable, labelled: Labelled): TableView {
  // The first column heads the rows and stands at the left, whatever it holds.
  const numeric = table.columns.map(({ format }, index) => index > 0 && format !== 'text' && format !== 'date');
  return {
    ...captionView(table),
    width: table.width,
    number: numbered('table-number', table.number, table.place, labelled),
    columns: table.columns.map(({ head }, index) => ({ head: htmlOf(head), numeric: numeric[index] ?? false })),
    rows: table.rows.map(({ cells: [head, ...cells], total }) => ({
      total,
      head: head?.text ?? '',
      cells: cells.map((cell, index) => ({ ...cell, numeric: numeric[index + 1] ?? false })),
    })),
  };
}

/** A timeline as its template sees it. */
export function timelineView(timeline: PlacedTimeline): TimelineView {
  return {
    ...captionView(timeline),
    entries: timeline.entries.map(({ source, ...entry }) => ({ ...entry, source: htmlOrNull(source) })),
  };
}

/** Key figures as their template sees them. */
export function keyFiguresView(items: PlacedKeyFigures['items']): KeyFiguresView['items'] {
  return items.map(({ figure, text, source, place }) => ({
    figure: htmlOf(setOffWords(figure)),
    text: htmlOf(text),
    source: htmlOrNull(source),
    source_place: placeText(place),
  }));
}

/** The words of a large number (“at least”, “million”) as spans of their own, so that they can be set smaller. */
function setOffWords(figure: Phrasing): Phrasing {
  return figure.flatMap((node): Phrasing => {
    if (node.type === 'element') return [{ ...node, children: [...setOffWords(node.children)] }];
    if (node.type !== 'text') return [node];
    return node.value.split(/(\p{L}[\p{L}\s]*)/u).flatMap((value, index): Phrasing => {
      const text = { type: 'text' as const, value };
      if (value === '') return [];
      return index % 2 === 0
        ? [text]
        : [{ type: 'element', tagName: 'span', properties: { className: ['unit'] }, children: [text] }];
    });
  });
}

/** A place as data-source has it: "content/mali/en/10-summary.md:3:1". */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function captionView(block: PlacedFigure | PlacedTable | PlacedTimeline) {
  return {
    id: `${block.kind}-${block.name}`,
    source_place: placeText(block.place),
    title: htmlOf(block.title),
    subtitle: htmlOrNull(block.subtitle),
    note: htmlOrNull(block.note),
    sources: htmlOrNull(block.source),
  };
}

function numbered(label: string, number: number, place: Place, { edition, report }: Labelled): string {
  return fillLabel(edition.labels, label, { number: String(number) }, place, report);
}
