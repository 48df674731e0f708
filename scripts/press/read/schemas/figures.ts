import { z } from 'zod';
import { adopted, dataSource, decimals, layerData, name, sourceNames, text, valueFormat, width } from './common.ts';

/** What every figure says of itself. */
const captioned = {
  title: text.meta({ description: 'The finding, in one sentence.' }),
  subtitle: text.optional().meta({ description: 'Measure, unit, place, period.' }),
  source: sourceNames,
  note: text.optional().meta({ description: 'What a reader must know to read it right.' }),
  adopted,
};

/** What is said of a figure that is drawn. */
const drawn = {
  ...captioned,
  alt: text.meta({ description: 'For those who cannot see it: the finding and the end points.' }),
  width: width.default('text'),
  height: z.number().min(24).max(640).meta({ description: 'Height of the drawing in points, axes included.' }),
};

/** The columns of a table in print, from those of its data; the first heads the rows. */
const printedColumns = z
  .array(
    z.strictObject({
      field: z.string().min(1).meta({ description: 'A column of the data.' }),
      head: text.meta({ description: 'The head of the column, with its unit.' }),
      format: valueFormat.default('text'),
      decimals: decimals.optional(),
    }),
  )
  .min(1);

/** What a missing value is printed as. */
const missingText = text.optional().meta({ description: 'What a missing value is printed as: “not reported”.' });

/** What the appendix shows of the data that a chart or a map draws. */
const dataBehind = {
  columns: printedColumns.optional().meta({
    description:
      'What its table in the appendix shows: the columns that hold data, in words, without those that only help to draw. The first heads the rows; if its values repeat, the second heads them too.',
  }),
  rows: z.enum(['all', 'distinct']).default('all').meta({
    description:
      'all: each row of the data is a row of that table · distinct: rows that are alike in its columns become one, for a chart that draws many marks for one value',
  }),
  missing: missingText,
  measure: text.optional().meta({
    description:
      'Measure, unit, place and period of that table, if the subtitle speaks of the drawing: of squares, of shades, of millions. Without it, the table shows the subtitle.',
  }),
};

/** content/<edition>/charts/<name>.yaml */
export const chartSchema = z
  .strictObject({
    ...drawn,
    data: dataSource,
    ...dataBehind,
    more_data: z.record(name, layerData).optional().meta({
      description:
        'Further tables for layers, used in the spec as data: {name: …}; with a source if it is not the chart’s own.',
    }),
    spec: z.record(z.string(), z.json()).meta({
      description:
        'A Vega-Lite specification without data, size, title and config: the press adds those. Strings may hold :fact[name].',
    }),
  })
  .meta({ title: 'Chart', description: 'A chart: a Vega-Lite specification over a query.' });
export type ChartSpec = z.infer<typeof chartSchema>;

const river = z
  .union([z.string().min(1), z.strictObject({ name: z.string().min(1), label: z.string().min(1) })])
  .transform((value) => (typeof value === 'string' ? { name: value, label: value } : value))
  .meta({
    description:
      'A river by its name in the atlas; {name, label} prints another name. Parts with the same label are one river.',
  });

const offset = z
  .strictObject({ dx: z.number().default(0), dy: z.number().default(0) })
  .meta({ description: 'In points, to the right (dx) and down (dy).' });

/** content/<edition>/maps/<name>.yaml */
export const mapSchema = z
  .strictObject({
    ...drawn,
    country: z.string().min(1).meta({ description: 'The country to show, as the atlas names it.' }),
    rivers: z.array(river).default([]).meta({ description: 'Rivers to draw, by name.' }),
    regions: z
      .array(z.string().min(1))
      .default([])
      .meta({ description: 'Regions or states of the country to name, as data/regions.geojson has them.' }),
    labels: z
      .record(z.string(), offset)
      .default({})
      .meta({ description: 'How far to move names from the place that the press finds for them.' }),
    places: dataSource.meta({
      description: 'Places to mark: columns name, kind (capital or town), lon, lat; optionally align (left or right).',
    }),
    ...dataBehind,
  })
  .meta({ title: 'Map', description: 'A locator map.' });
export type MapSpec = z.infer<typeof mapSchema>;

/** content/<edition>/tables/<name>.yaml */
export const tableSchema = z
  .strictObject({
    ...captioned,
    width: width.default('text'),
    data: dataSource,
    columns: z
      .array(
        printedColumns.element.extend({
          group: text.optional().meta({
            description:
              'A head over this column and those beside it that name the same: “Killed” over “2021”, “2022”.',
          }),
        }),
      )
      .min(1)
      .meta({ description: 'The columns in print; the first heads the rows.' }),
    row_heads: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .meta({
        description: '2: the first two columns head the rows; rows that share the first head show it once.',
      }),
    total: z
      .enum(['none', 'last-row', 'last-column'])
      .default('none')
      .meta({ description: 'Where the totals stand: they are set off, and checked against their parts.' }),
    missing: missingText,
  })
  .meta({ title: 'Table', description: 'A table over a query.' });
export type TableSpec = z.infer<typeof tableSchema>;

/** content/<edition>/timelines/<name>.yaml */
export const timelineSchema = z
  .strictObject({
    ...captioned,
    data: dataSource.meta({
      description:
        'Columns date (2021, 2021-05 or 2021-05-24), act, effect and source (an id of sources.yaml), in order.',
    }),
  })
  .meta({ title: 'Timeline', description: 'Dated acts on one line.' });
export type TimelineSpec = z.infer<typeof timelineSchema>;
