import { z } from 'zod';
import { doi, webAddress } from './address.ts';
import { edtfDate, language, name } from './common.ts';

const person = z.union([
  z.strictObject({ family: z.string().min(1), given: z.string().min(1).optional() }),
  z.strictObject({ literal: z.string().min(1) }),
]);

/** One record of CSL 1.0.2, the part of it that the notes use, with dates as EDTF strings. */
export const sourceSchema = z
  .strictObject({
    id: name,
    type: z.enum([
      'article-journal',
      'article-newspaper',
      'book',
      'dataset',
      'document',
      'legislation',
      'post-weblog',
      'report',
      'webpage',
    ]),
    title: z.string().min(1),
    'title-short': z.string().min(1).optional(),
    author: z.array(person).min(1).optional(),
    'short-author': z.string().min(1).optional().meta({
      description: 'The short name of the author, for later citations of the record and under charts: “USAID”.',
    }),
    publisher: z.string().min(1).optional(),
    'publisher-place': z.string().min(1).optional(),
    'container-title': z.string().min(1).optional(),
    genre: z.string().min(1).optional(),
    number: z.string().min(1).optional(),
    volume: z.string().min(1).optional(),
    issue: z.string().min(1).optional(),
    page: z.string().min(1).optional(),
    issued: edtfDate.optional(),
    accessed: edtfDate.optional(),
    URL: webAddress.optional(),
    DOI: doi.optional(),
    language: language
      .optional()
      .meta({ description: 'The language of the title, in which screen readers speak it: “fr”.' }),
    note: z.string().min(1).optional().meta({ description: 'Printed after the record: “relaying …”.' }),
  })
  .meta({ title: 'Source' });
/** A bibliographic record. */
export type Source = z.infer<typeof sourceSchema>;

/** content/sources.yaml: the bibliographic records of the series. */
export const sourcesSchema = z
  .array(sourceSchema)
  .meta({ title: 'Sources', description: 'CSL records; text cites one by [@id].' });
