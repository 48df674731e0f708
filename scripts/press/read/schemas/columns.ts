import { z } from 'zod';
import { decimals, text, valueFormat } from './common.ts';

/** The columns of a table in print, from those of its data; the first heads the rows. */
export const printedColumns = z
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
export const missingText = text.optional().meta({ description: 'What a missing value is printed as: “not reported”.' });

/** What the appendix shows of the data that a chart or a map draws. */
export const dataBehind = {
  columns: printedColumns.optional().meta({
    description:
      'What its table in the appendix shows: the columns that hold data, in words, without those that only help to draw. The first heads the rows; where its values repeat, the second heads them too.',
  }),
  rows: z.enum(['all', 'distinct']).default('all').meta({
    description:
      'all: each row of the data is one of that table · distinct: rows that are alike in its columns are one, for a chart that draws many marks for one value',
  }),
  missing: missingText,
  measure: text.optional().meta({
    description:
      'Measure, unit, place and period of that table, where the subtitle speaks of the drawing: of squares, of shades, of millions. What it shows if this is not given is the subtitle.',
  }),
};
