import { z } from 'zod';
import { adopted, edtfDate, language, name, sourceNames, text } from './common.ts';
import { declared, partners } from './series.ts';

/** content/<edition>/edition.yaml: what one factsheet is. */
export const editionSchema = z
  .strictObject({
    title: text.meta({ description: 'The title, on the cover and in the PDF’s properties.' }),
    short_title: text.meta({ description: 'A short title for the running head.' }),
    force: text.meta({ description: 'The partner force that the edition centres on.' }),
    country: z.string().min(1).meta({ description: 'The country, as the datasets and the map name it.' }),
    order: z.int().min(1).meta({ description: 'The place in the series: 1 for the first edition.' }),
    language: language.optional().meta({ description: 'The language, if it is not that of the series.' }),
    date: edtfDate.optional().meta({ description: 'When the edition came out: year, month or day.' }),
    data_cutoff: edtfDate.meta({ description: '“Data to”: the latest date that any row in print may have.' }),
    version: z
      .string()
      .regex(/^\d+(\.\d+){0,2}$/, 'a version is 1, 1.2 or 1.2.3, in quotation marks')
      .meta({ description: 'The version of this text, in quotation marks: "1.0".' }),
    correction: text.optional().meta({ description: 'A correction notice; printed in the colophon.' }),
    status: z.enum(['draft', 'reconstruction', 'final']).meta({
      description:
        'final: its authors’ text, with partners and contributors · reconstruction: made from public sources, names no author · draft: prints as a proof and is never released; with a list of contributors, it names them and the partners',
    }),
    strict: z.boolean().default(false).meta({
      description:
        'true: a number that is typed in and neither a claim nor declared is an error; otherwise it only keeps the edition from being released.',
    }),
    declared,
    adopted: z.boolean().default(false).meta({
      description: 'true: the partners have adopted every figure, whatever its file says.',
    }),
    accent: name.meta({ description: 'One of the accents in styles/tokens.yaml.' }),
    partners: partners.optional().meta({
      description: 'The organisations that publish this edition, if they are not those of the series.',
    }),
    contributors: z
      .array(
        z.strictObject({ name: z.string().min(1), role: text.optional(), organisation: z.string().min(1).optional() }),
      )
      .optional()
      .meta({ description: 'Who wrote it. Printed for status final, and in drafts.' }),
    acknowledgements: text.optional().meta({ description: 'Whom the authors thank. Printed where contributors are.' }),
    keywords: z.array(z.string().min(1)).meta({ description: 'Keywords for the PDF’s properties.' }),
    summary: text.meta({ description: 'One or two sentences for the PDF’s properties.' }),
    appendix: z.enum(['data', 'none']).default('data').meta({
      description:
        'data: the tables of what the charts draw follow the edition, on pages that its budget does not count · none: no appendix',
    }),
    budgets: z
      .strictObject({
        pages: z.int().min(1).meta({ description: 'The most pages that the PDF may have, without its appendix.' }),
        bytes: z.int().min(10_000).meta({ description: 'The most bytes that the PDF may have.' }),
      })
      .meta({ description: 'Limits that a build keeps.' }),
    cover: z
      .strictObject({
        map: name.optional().meta({ description: 'The map of maps/ on the cover.' }),
        key_figures: z
          .array(
            z.strictObject({
              figure: text.meta({ description: 'The number: one :fact[name], with as=short if it is long.' }),
              text: text.meta({ description: 'What it counts, where and when, as a noun phrase.' }),
              source: sourceNames,
            }),
          )
          .max(4)
          .default([]),
        adopted,
      })
      .meta({ description: 'What the cover shows.' }),
  })
  .meta({ title: 'Edition', description: 'One factsheet of the series.' });
export type EditionMeta = z.infer<typeof editionSchema>;
