import Handlebars from 'handlebars';
import type { Root } from 'hast';
import type { DatasetInUse } from '../attachments.ts';
import type { Drawings } from '../charts/drawing.ts';
import { placeText, type Report } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import { noteCallId, noteId } from '../prose/endnotes.ts';
import type { Phrasing, PlacedFigure, Prose } from '../prose/prose.ts';
import type { Edition } from '../read/edition.ts';
import { isSigned, partnersOf } from '../read/edition-status.ts';
import { fillLabel, textIn } from '../read/labels.ts';
import type { Text } from '../read/schemas/common.ts';
import { figureView, keyFiguresView, timelineView } from './block-views.ts';
import { dataTableView } from './data-table-view.ts';
import { datasetsView } from './datasets-view.ts';
import { groupFloats } from './group-floats.ts';
import { headingLevels } from './heading-levels.ts';
import { bodyHtml, escapeHtml, htmlOf, htmlOrNull } from './html.ts';
import { originSpan } from './origin-span.ts';
import type { PageNumbers } from './page-html.ts';
import type { Render } from './render-templates.ts';
import { scriptDirection } from './script-direction.ts';
import { suggestedCitation } from './suggested-citation.ts';
import { tableView } from './table-view.ts';
import type { FactsheetView, FigureView } from './view.ts';

/** What the view of an edition is made from. */
export interface Written {
  readonly edition: Edition;
  readonly prose: Prose;
  readonly drawings: Drawings;
  readonly inUse: readonly DatasetInUse[];
}

/** The view of a whole edition, but for the page numbers of its contents. */
export function factsheetView(written: Written, accent: string, render: Render, report: Report): FactsheetView {
  const { edition, prose, inUse } = written;
  const { meta } = edition;
  const word = (name: string, values: Readonly<Record<string, string>> = {}) =>
    fillLabel(edition.labels, name, values, meta.at(), report);
  const html = (words: string) => new Handlebars.SafeString(escapeHtml(words));
  const sections = prose.sections.map((section) => ({
    id: section.id,
    title: htmlOf(section.title),
    body: renderBody(groupFloats(section.body, isBeside(prose)), sectionLevel, (index, level) =>
      renderPlaced(written, index, level, render, report),
    ),
    source_place: placeText(section.place),
  }));
  const { items: keyFigures, adopted } = keyFiguresView(prose.keyFigures);
  return {
    language: edition.language,
    direction: scriptDirection(edition.language),
    accent,
    proof: meta.value.status === 'draft',
    faults: [],
    stylesheets: [{ href: 'styles.css' }],
    series: seriesView(edition, report),
    edition: editionView(edition, report),
    cover: {
      map: prose.coverMap ? figureOf(prose.coverMap, written, report) : null,
      key_figures: keyFigures,
      adopted,
    },
    contents: [
      ...prose.sections.map(({ id, title }) => ({ id, title: htmlOf(withoutLinks(title)), page: noPage })),
      ...backMatter(prose, inUse).map((id) => ({ id, title: html(word(id)), page: noPage })),
    ],
    sections,
    notes: prose.notes.map(({ number, body, place }) => ({
      id: noteId(number),
      number: originSpan(String(number), { counted: true }),
      call: noteCallId(number),
      call_label: fillLabel(edition.labels, 'note-back', { number: String(number) }, place, report),
      body: htmlOf(body),
      source_place: placeText(place),
    })),
    datasets: datasetsView(inUse, edition, report),
    data_tables: prose.dataTables.map((table) => dataTableView(table, edition, report)),
  };
}

/** The ids of what follows the sections, which are those of their labels: the datasets are part of the appendix, if there is one. */
function backMatter({ notes, dataTables }: Prose, inUse: readonly DatasetInUse[]): readonly string[] {
  const datasets = inUse.length > 0 ? ['datasets'] : [];
  const before = notes.length > 0 ? ['notes'] : [];
  return dataTables.length > 0
    ? [...before, 'colophon', 'appendix', ...datasets]
    : [...before, ...datasets, 'colophon'];
}

/** A heading as an entry of the contents: a link cannot hold others, so that the calls of its notes are left out. */
function withoutLinks(title: Phrasing): Phrasing {
  return title.flatMap((node): Phrasing => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'sup') return [];
    const children = [...withoutLinks(node.children)];
    return node.tagName === 'a' ? children : [{ ...node, children }];
  });
}

/** The same view with the pages that a print gave to its contents. */
export function withPageNumbers(view: FactsheetView, numbers: PageNumbers): FactsheetView {
  const page = (id: string) => originSpan(String(numbers.get(id) ?? ''), { counted: true });
  return { ...view, contents: view.contents.map((entry) => ({ ...entry, page: page(entry.id) })) };
}

/** Stands where a page number will. */
const noPage = new Handlebars.SafeString('');

function isBeside({ placed }: Prose): (index: number) => boolean {
  return (index) => {
    const block = placed[index];
    return (
      block?.kind === 'callout' || ((block?.kind === 'chart' || block?.kind === 'map') && block.width === 'margin')
    );
  };
}

function figureOf(figure: PlacedFigure, { edition, prose, drawings }: Written, report: Report): FigureView {
  const drawing = drawings.get(`${figure.kind} ${figure.name}`);
  return figureView(figure, { drawing, tables: prose.dataTables, edition, report });
}

/** The level of a section’s heading. */
const sectionLevel = 2;

/** A body with its placed blocks, each rendered with the level of a heading that it may bring along. */
function renderBody(
  body: Root,
  above: number,
  render: (index: number, level: number) => string,
): Handlebars.SafeString {
  const levels = headingLevels(body, above);
  return bodyHtml(body, (index) => render(index, levels.get(index) ?? above));
}

function renderPlaced(written: Written, index: number, level: number, render: Render, report: Report): string {
  const { edition, prose } = written;
  const block = prose.placed[index];
  const labelled = { edition, report };
  switch (block?.kind) {
    case 'chart':
    case 'map':
      return render('figure', figureOf(block, written, report));
    case 'table':
      return render('table', tableView(block, labelled));
    case 'timeline':
      return render('timeline', timelineView(block, level));
    case 'key-figures':
      return render('key-figures', keyFiguresView(block));
    case 'callout':
      return render('callout', {
        title: htmlOrNull(block.title),
        level: String(level),
        body: renderBody(block.body, block.title.length > 0 ? level : level - 1, (inner, below) =>
          renderPlaced(written, inner, below, render, report),
        ),
        source_place: placeText(block.place),
      });
    default:
      return '';
  }
}

/** Partners stand on the text of its authors only: no other is theirs. */
function seriesView(edition: Edition, report: Report): FactsheetView['series'] {
  const { value, at } = edition.series;
  const partners = isSigned(edition.meta.value) ? partnersOf(edition.meta.value, value) : [];
  return {
    title: textIn(value.title, edition.language, at('title'), report),
    partners_line: partners.length === 0 ? null : partnersLine(partners, edition, report),
    partners: partners.map(({ name, short_name = null, url = null }) => ({ name, short_name, url })),
    contact: value.contact
      ? { name: value.contact.name ?? null, email: value.contact.email ?? null, url: value.contact.url ?? null }
      : null,
  };
}

/** "A collaboration between A, B, and C", as the edition's language lists things. */
function partnersLine(partners: readonly { readonly name: string }[], edition: Edition, report: Report): string {
  const list = new Intl.ListFormat(edition.language, { type: 'conjunction' });
  const names = list.format(partners.map(({ name }) => name));
  return fillLabel(edition.labels, 'partners-line', { partners: names }, edition.meta.at(), report);
}

function editionView(edition: Edition, report: Report): FactsheetView['edition'] {
  const { language, labels } = edition;
  const { value: meta, at } = edition.meta;
  const inLanguage = (text: Text, key: string) => textIn(text, language, at(key), report);
  const html = (words: string) => new Handlebars.SafeString(escapeHtml(words));
  const word = (name: string, values: Readonly<Record<string, string>> = {}) =>
    fillLabel(labels, name, values, at(), report);
  const series = edition.series;
  const defaultSource = series.value.default_source;
  return {
    title: inLanguage(meta.title, 'title'),
    short_title: inLanguage(meta.short_title, 'short_title'),
    force: inLanguage(meta.force, 'force'),
    status: meta.status,
    status_line: meta.status === 'reconstruction' ? html(word('status-reconstruction')) : null,
    order: word(`ordinal-${meta.order}`),
    date: meta.date === undefined ? null : formatDate(meta.date, language),
    data_cutoff: formatDate(meta.data_cutoff, language),
    version: meta.version,
    correction: meta.correction === undefined ? null : html(inLanguage(meta.correction, 'correction')),
    summary: inLanguage(meta.summary, 'summary'),
    citation: suggestedCitation(edition, report),
    default_source:
      defaultSource && isSigned(meta)
        ? html(textIn(defaultSource.text, language, series.at('default_source', 'text'), report))
        : null,
    acknowledgements:
      isSigned(meta) && meta.acknowledgements !== undefined
        ? html(inLanguage(meta.acknowledgements, 'acknowledgements'))
        : null,
    contributors: (isSigned(meta) ? (meta.contributors ?? []) : []).map(({ name, role, organisation }) => ({
      name,
      role: role === undefined ? null : inLanguage(role, 'contributors'),
      organisation: organisation ?? null,
    })),
  };
}
