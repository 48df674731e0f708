import { z } from 'zod';
import { dataBehind } from './columns.ts';
import { adopted, dataSource, layerData, name, sourceNames, text, width } from './common.ts';

const captioned = {
  title: text.meta({ description: 'The finding, in one sentence.' }),
  subtitle: text.optional().meta({ description: 'Measure, unit, place, period.' }),
  source: sourceNames,
  note: text.optional().meta({ description: 'What a reader must know to read it right.' }),
  adopted,
};

const drawn = {
  ...captioned,
  alt: text.meta({ description: 'For those who cannot see it: the finding and the end points.' }),
  width: width.default('text'),
  height: z.number().min(24).max(640).meta({ description: 'Height of the drawing in points, axes included.' }),
};

/** content/<edition>/charts/<name>.yaml */
export const chartSchema = z
  .strictObject({
    ...drawn,
    data: dataSource,
    ...dataBehind,
    more_data: z.record(name, layerData).optional().meta({
      description:
        'Further tables for layers, used in the spec as data: {name: …}; with a source where it is not the chart’s own.',
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
    description: 'A river by its name in the atlas; {name, label} prints another. Of one label it is one river.',
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
      .meta({ description: 'By how much names stand off the place that the press finds for them.' }),
    places: dataSource.meta({
      description: 'Places to mark: columns name, kind (capital or town), lon, lat; optionally align (left or right).',
    }),
    ...dataBehind,
  })
  .meta({ title: 'Map', description: 'A locator map.' });
export type MapSpec = z.infer<typeof mapSchema>;

export { captioned };
