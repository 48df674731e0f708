import type { SafeString } from 'handlebars';
import { z } from 'zod';
import { auditView } from '../audit/view.ts';

const html = (description: string) => z.custom<SafeString>().meta({ description, html: true });
const text = (description: string) => z.string().meta({ description });
const flag = (description: string) => z.boolean().meta({ description });

const adopted = flag('Whether the partners have adopted it; if not, the label not-adopted says whose it is.');

const captioned = {
  id: text('The id that references lead to.'),
  source_place: text('Where it is placed, as file:line:column; for data-source.'),
  title: html('The finding, in one sentence.'),
  subtitle: html('Measure, unit, place, period; empty if there is none.').nullable(),
  note: html('What a reader must know to read it right.').nullable(),
  sources: html('The sources in short form, with the calls of their notes.').nullable(),
  adopted,
  data_table: text('The id of its table in the appendix; none if there is no such table.').nullable(),
  data_label: text(
    'The words of the link to that table, for readers who hear it; none if there is no such table.',
  ).nullable(),
};

const columns = z.array(
  z.strictObject({ head: html('The head of the column.'), numeric: flag('Whether it holds numbers.') }),
);
const totalColumn = flag('Whether the column holds totals, to be set off.');
const cell = {
  text: text('The value in print.'),
  numeric: flag('Whether the column holds numbers.'),
  missing: flag('Whether there is no value; the text then says so.'),
  lacks: text(
    'Room for the decimals that a number lacks, so that the points of its column stand under each other.',
  ).nullable(),
};
const span = text('How many rows it heads, if it heads more than this one.').nullable();

/** A chart or map with its caption. */
export const figureView = z.strictObject({
  ...captioned,
  kind: text('chart or map.'),
  number: html('“Figure 3”; none for the map on the cover.').nullable(),
  width: text('text, wide or margin.'),
  drawing: html('The drawing itself, an svg.'),
});

/** A table with its caption. */
export const tableView = z.strictObject({
  ...captioned,
  number: html('“Table 1”.'),
  width: text('text, wide or margin.'),
  head_rows: z
    .array(
      z.strictObject({
        cells: z
          .array(
            z.strictObject({
              head: html('The head.'),
              numeric: flag('Whether its column holds numbers.'),
              scope: text('What it heads: col, or colgroup for columns that share it.'),
              columns: text('Over how many columns it stands, if they share it.').nullable(),
              rows: text('Over how many rows it goes, if there are two and it stands alone.').nullable(),
              total: totalColumn,
            }),
          )
          .meta({ description: 'Its heads.' }),
      }),
    )
    .meta({ description: 'The rows of the head: two where columns share a head.' }),
  groups: z
    .array(
      z.strictObject({
        rows: z
          .array(
            z.strictObject({
              total: flag('Whether the row is a total, to be set off.'),
              heads: z
                .array(z.strictObject({ text: html('What heads the row.'), span }))
                .meta({ description: 'Its heads; none if the head above stands for it too.' }),
              cells: z
                .array(z.strictObject({ ...cell, text: html('The value in print.'), total: totalColumn }))
                .meta({ description: 'The other cells.' }),
            }),
          )
          .meta({ description: 'The rows of the group.' }),
      }),
    )
    .meta({ description: 'Groups of rows that share their first head; one group if none do.' }),
});

/** What a chart or map draws, as a table of the appendix. */
const dataTableView = z.strictObject({
  id: text('The id that the figure leads to.'),
  figure: text('The id of the figure.'),
  source_place: text('Where the file of the figure says what it shows, as file:line:column; for data-source.'),
  number: html('“Figure 3”, or the words that stand for it with the map on the cover.'),
  title: html('The title of the figure.'),
  subtitle: html('Measure, unit, place, period.').nullable(),
  source: html('The sources in short form.').nullable(),
  adopted,
  folded: flag('Whether it is so narrow that its rows stand in two columns side by side.'),
  long: flag('Whether it has so many rows that it may go on in the next column.'),
  wide: flag('Whether it has so many columns that it takes both columns of the page.'),
  columns: columns.meta({ description: 'The columns; the first, or the first two, head the rows.' }),
  groups: z
    .array(
      z.strictObject({
        rows: z
          .array(
            z.strictObject({
              heads: z
                .array(z.strictObject({ text: text('What heads the row.'), span }))
                .meta({ description: 'Its heads; none if the head above stands for it too.' }),
              cells: z.array(z.strictObject(cell)).meta({ description: 'The other cells.' }),
            }),
          )
          .meta({ description: 'The rows of the group.' }),
      }),
    )
    .meta({ description: 'Groups of rows that share their first head; one group if none do.' }),
});

/** A timeline with its caption. */
export const timelineView = z.strictObject({
  ...captioned,
  level: text('The level of its heading, one below the heading that it stands under: 3.'),
  entries: z
    .array(
      z.strictObject({
        date: html('The date, to the precision that is known.'),
        act: html('What was done.'),
        effect: html('What it did.'),
        source: html('The call of its note.').nullable(),
      }),
    )
    .meta({ description: 'The dated acts, in order.' }),
});

const keyFigure = z.strictObject({
  figure: html('The number, large.'),
  text: html('What it counts, where and when.'),
  source: html('Who says so, with the calls of the notes.').nullable(),
  source_place: text('Where it stands, as file:line:column; for data-source.'),
});

/** A strip of key figures in a section. */
export const keyFiguresView = z.strictObject({
  items: z.array(keyFigure).meta({ description: 'The key figures.' }),
  adopted,
});

/** A call-out in a section. */
export const calloutView = z.strictObject({
  title: html('Its title.').nullable(),
  level: text('The level of its heading, one below the heading that it stands under: 3.'),
  body: html('Its text.'),
  source_place: text('Where it stands, as file:line:column; for data-source.'),
});

/** Everything that factsheet.hbs and its partials can print. */
export const factsheetView = z.strictObject({
  language: text('The language of the edition, as a tag: en.'),
  direction: text('The direction of its script: ltr or rtl.'),
  accent: text('The edition’s accent, for a class name.'),
  proof: flag('Whether it is printed as a proof: a draft always is, and any edition is with --proof.'),
  faults: z
    .array(
      z.strictObject({
        message: text('What is wrong, as the press says it: in English.'),
        cure: text('What to do.'),
        place: text('Where, as file:line:column.'),
      }),
    )
    .meta({ description: 'What failed in a proof that was asked for with --proof; otherwise none.' }),
  stylesheets: z
    .array(z.strictObject({ href: text('Its address.') }))
    .meta({ description: 'The stylesheets, in order.' }),
  series: z
    .strictObject({
      title: text('The title of the series.'),
      partners_line: text('Who made it together, in one line; none unless the text is its authors’ own.').nullable(),
      partners: z
        .array(
          z.strictObject({
            name: text('Name of the organisation.'),
            short_name: text('Its short name.').nullable(),
            url: text('Its address.').nullable(),
          }),
        )
        .meta({
          description:
            'The partner organisations; none unless the text is its authors’ own: a final edition, or a draft with contributors.',
        }),
      contact: z
        .strictObject({
          name: text('Whom to write to.').nullable(),
          email: text('By mail.').nullable(),
          url: text('On the web.').nullable(),
        })
        .nullable()
        .meta({ description: 'Whom readers write to.' }),
    })
    .meta({ description: 'The series.' }),
  edition: z
    .strictObject({
      title: text('The title.'),
      short_title: text('The short title.'),
      force: text('The partner force that it centres on.'),
      status: text('draft, reconstruction or final.'),
      status_line: html(
        'One line that says what a reconstruction is; none for other editions: a draft is a proof.',
      ).nullable(),
      order: text('Its place in the series, in words: “third”.'),
      date: text('Its date.').nullable(),
      data_cutoff: text('The date up to which its data go.'),
      version: text('Its version.'),
      correction: html('A correction notice.').nullable(),
      acknowledgements: html('Whom the authors thank; none unless the text is their own.').nullable(),
      summary: text('The summary of its properties.'),
      citation: html('How to cite it.'),
      default_source: html('The source of the figures that name none.').nullable(),
      contributors: z
        .array(
          z.strictObject({
            name: text('The person’s name.'),
            role: text('The person’s role.').nullable(),
            organisation: text('The person’s organisation.').nullable(),
          }),
        )
        .meta({ description: 'Who wrote it; none unless the text is its authors’ own.' }),
    })
    .meta({ description: 'The edition.' }),
  cover: z
    .strictObject({
      map: figureView.nullable().meta({ description: 'The map on the cover.' }),
      key_figures: z.array(keyFigure).meta({ description: 'Three or four key figures.' }),
      adopted: flag('Whether the partners have adopted these figures.'),
    })
    .meta({ description: 'What the cover shows.' }),
  contents: z
    .array(
      z.strictObject({
        id: text('The id that the entry leads to.'),
        title: html('The heading.'),
        page: html('The page that it stands on.'),
      }),
    )
    .meta({ description: 'The contents: sections, notes, datasets, colophon and appendix.' }),
  sections: z
    .array(
      z.strictObject({
        id: text('The id of the section, which is its name.'),
        title: html('Its heading.'),
        body: html('Its text with all that it places.'),
        source_place: text('Where it stands, as file:line:column; for data-source.'),
      }),
    )
    .meta({ description: 'The sections in their order.' }),
  notes: z
    .array(
      z.strictObject({
        id: text('The id of the note.'),
        number: html('Its number.'),
        call_label: text('The words of the link back, for readers who hear it.'),
        call: text('The id of the place that calls it.'),
        body: html('Its text.'),
        source_place: text('Where it is called, as file:line:column; for data-source.'),
      }),
    )
    .meta({ description: 'The endnotes in reading order.' }),
  datasets: z
    .array(
      z.strictObject({
        title: text('Their license and when they were retrieved.'),
        url: text('Where the license stands.').nullable(),
        datasets: z
          .array(
            z.strictObject({
              title: text('What it holds.'),
              sources: z
                .array(z.strictObject({ title: text('Its source.'), url: text('Its address.').nullable() }))
                .meta({ description: 'Its sources, unless they are many.' }),
              sources_line: text('How many sources it has, if they are many.').nullable(),
              file: text('The name of its file in the PDF.'),
              extent: text('Which part of it is in the file, if not all.').nullable(),
              source_place: text('Where it is described, as file:line:column; for data-source.'),
            }),
          )
          .meta({ description: 'The datasets.' }),
      }),
    )
    .meta({
      description: 'The datasets that the edition rests on, by license and date; they are attached to the PDF.',
    }),
  data_tables: z
    .array(dataTableView)
    .meta({ description: 'The tables of the appendix, in the order of their figures; none if it has no appendix.' }),
});

export type FigureView = z.infer<typeof figureView>;
export type TableView = z.infer<typeof tableView>;
export type DataTableView = z.infer<typeof dataTableView>;
export type TimelineView = z.infer<typeof timelineView>;
export type KeyFiguresView = z.infer<typeof keyFiguresView>;
export type CalloutView = z.infer<typeof calloutView>;
export type FactsheetView = z.infer<typeof factsheetView>;

/** The templates that the press itself calls, each with what it is given. Other partials get what their caller has. */
export const templateViews = {
  factsheet: factsheetView,
  audit: auditView,
  figure: figureView,
  table: tableView,
  timeline: timelineView,
  'key-figures': keyFiguresView,
  callout: calloutView,
} as const;
