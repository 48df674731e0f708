import { z } from 'zod';
import { webAddress } from './address.ts';
import { language, sourceNames, text } from './common.ts';

/** Organisations that publish together. */
export const partners = z.array(
  z.strictObject({
    name: z.string().min(1),
    short_name: z.string().min(1).optional(),
    url: webAddress.optional(),
  }),
);

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

/** content/series.yaml: what all editions share. */
export const seriesSchema = z
  .strictObject({
    title: text.meta({ description: 'The title of the series, on every cover.' }),
    language: language.meta({ description: 'The language of an edition that names none.' }),
    partners: partners.meta({
      description:
        'The partner organisations. Printed on final editions, and on drafts that have a list of contributors.',
    }),
    contact: z
      .strictObject({ name: z.string().min(1).optional(), email: z.email().optional(), url: webAddress.optional() })
      .optional()
      .meta({ description: 'Whom readers write to; printed in the colophon.' }),
    declared,
    default_source: z
      .strictObject({
        text: text.meta({ description: 'The sentence that says it: “Unless cited, figures come from …”.' }),
        source: sourceNames,
      })
      .optional()
      .meta({ description: 'The source of every fact, chart and table that names none.' }),
  })
  .meta({ title: 'Series', description: 'What all editions of the series share.' });
export type Series = z.infer<typeof seriesSchema>;
