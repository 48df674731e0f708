import { z } from 'zod';
import { captioned } from './chart.ts';
import { missingText, printedColumns } from './columns.ts';
import { dataSource, text, width } from './common.ts';

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
        description: '2: the first two columns head the rows; what rows share in the first stands once beside them.',
      }),
    total: z
      .enum(['none', 'last-row', 'last-column'])
      .default('none')
      .meta({ description: 'Where the totals stand: they are set off, and held against their parts.' }),
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
