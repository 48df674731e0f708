import { z } from 'zod';

/** Names and dates with numbers in them that are printed without a fact. */
export const declared = z
  .strictObject({
    names: z
      .array(z.string().min(1))
      .default([])
      .meta({ description: 'As they stand in print: section 7008, Executive Order 14046, FY 2020, the first coup.' }),
    kinds: z
      .array(z.enum(['date', 'ordinal', 'name']))
      .default([])
      .meta({
        description:
          'Kinds of numbers that are excused wherever they stand, unchecked · date: days, years, quarters, fiscal years · ordinal: second, 21st · name: section 7008, A-29, page 3',
      }),
  })
  .optional()
  .meta({ description: 'Numbers that count nothing: names and dates that need no fact.' });
