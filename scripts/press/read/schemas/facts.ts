import { z } from 'zod';
import { decimals, name, sourceNames, valueFormat } from './common.ts';

export const factSchema = z
  .strictObject({
    label: z.string().min(1).meta({ description: 'What the value is, for people: “Civilians killed in Mali, 2022”.' }),
    query: z.string().min(1).meta({
      description:
        "A SELECT over the datasets that gives one row and one column; it may name other facts, fact('killed-2022'), and divides exactly.",
    }),
    unit: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'What is counted: people, usd, percent, violations … or times, for a ratio.' }),
    format: valueFormat,
    decimals: decimals.optional(),
    qualifier: z
      .enum(['about', 'at least', 'more than', 'over', 'nearly', 'up to'])
      .optional()
      .meta({ description: 'The word that the source puts before the figure; it is printed with it.' }),
    source: sourceNames.optional(),
    note: z.string().min(1).optional().meta({ description: 'For colleagues; not printed.' }),
  })
  .meta({ title: 'Fact' });
/** One named value, before its query has run. */
export type FactSpec = z.infer<typeof factSchema>;

/** content/<edition>/facts.yaml: the named values of an edition. */
export const factsSchema = z
  .record(name, factSchema)
  .meta({ title: 'Facts', description: 'The named values of an edition. Prose prints one by :fact[name].' });
