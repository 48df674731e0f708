import { z } from 'zod';
import { captioned } from './chart.ts';
import { dataSource, decimals, text, valueFormat, width } from './common.ts';

/** content/<edition>/tables/<name>.yaml */
export const tableSchema = z
  .strictObject({
    ...captioned,
    width: width.default('text'),
    data: dataSource,
    columns: z
      .array(
        z.strictObject({
          field: z.string().min(1).meta({ description: 'A column of the query.' }),
          head: text.meta({ description: 'The head of the column, with its unit.' }),
          format: valueFormat.default('text'),
          decimals: decimals.optional(),
        }),
      )
      .min(1)
      .meta({ description: 'The columns in print; the first is the head of each row.' }),
    total: z
      .enum(['none', 'last-row'])
      .default('none')
      .meta({ description: 'last-row: the last row of the query is a total and is set off.' }),
    missing: text.optional().meta({ description: 'What a missing value is printed as: “not reported”.' }),
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
