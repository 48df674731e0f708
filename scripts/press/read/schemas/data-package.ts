import { z } from 'zod';
import { webAddress } from './address.ts';
import { edtfDate, name } from './common.ts';

const licence = z.strictObject({ name: z.string().min(1), title: z.string().optional(), path: webAddress.optional() });

const field = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a column’s name is small letters, digits and underscores'),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'year', 'yearmonth', 'any']),
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  unit: z.string().min(1).optional().meta({ description: 'What a number counts: people, usd, percent.' }),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .optional(),
      pattern: z.string().optional(),
      minimum: z.union([z.string(), z.number()]).optional(),
      maximum: z.union([z.string(), z.number()]).optional(),
    })
    .optional(),
});

const totals = z.strictObject({
  column: z.string().min(1).meta({ description: 'The column that holds the totals.' }),
  where: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Which rows are totals, as a condition of SQL: actor = 'all'. Without it, all are." }),
  parts: z
    .strictObject({
      dataset: name.optional().meta({ description: 'The dataset of the parts; without it, this one.' }),
      column: z.string().min(1).optional().meta({ description: 'Their column; without it, that of the totals.' }),
      where: z.string().min(1).optional().meta({ description: 'Which rows are parts, as a condition of SQL.' }),
    })
    .meta({ description: 'The rows that add up to a total.' }),
  by: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'Columns in which a total and its parts are alike: quarter, zone.' }),
});
/** Which rows of a dataset are sums of others. */
export type DeclaredTotal = z.infer<typeof totals>;

const resource = z.strictObject({
  name,
  path: z
    .string()
    .regex(/^[a-z0-9-]+\.(csv|parquet)$/, 'the path of a dataset is a CSV or Parquet file beside the data package'),
  title: z.string().min(1),
  // One that is empty counts as none. Were it refused, so would be the command that writes it.
  hash: z
    .string()
    .regex(
      /^(?:sha256:[0-9a-f]{64})?$/,
      'take it out and let npm run data -- accept write it: a digest is sha256: and 64 hexadecimal digits',
    )
    .nullable()
    .transform((digest) => digest || undefined)
    .optional()
    .meta({ description: 'The digest of its file as it was accepted; npm run data -- accept NAME writes it.' }),
  description: z.string().min(1).optional(),
  sources: z.array(z.strictObject({ title: z.string().min(1), path: webAddress.optional() })).min(1),
  licenses: z.array(licence).min(1).optional(),
  retrieved: edtfDate.meta({ description: 'When the values were read from their source.' }),
  dated_by: z
    .string()
    .optional()
    .meta({ description: 'The column that dates each row; no row in print may be later than the data cut-off.' }),
  attach: z.enum(['whole', 'rows-in-use']).default('whole').meta({
    description:
      'How much of it is attached to the PDF of an edition that uses it: whole, up to 256 kB · rows-in-use: only the rows that the edition’s queries pick',
  }),
  total_of: z.array(totals).optional().meta({ description: 'Which of its rows are sums of others; they are checked.' }),
  schema: z.strictObject({
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()).default(['']),
    primaryKey: z.union([z.string(), z.array(z.string())]).optional(),
  }),
});
/** The descriptor of one dataset (Frictionless Data Resource, Table Schema). */
export type DatasetDescriptor = z.infer<typeof resource>;
export type FieldDescriptor = z.infer<typeof field>;

/** data/datapackage.yaml (Frictionless Data Package 1.0; `unit`, `retrieved`, `dated_by`, `attach` and `total_of` are ours). */
export const dataPackageSchema = z
  .strictObject({ name, title: z.string().min(1), resources: z.array(resource) })
  .meta({ title: 'Data package', description: 'The datasets of data/, with their columns, sources and licences.' });
export type DataPackage = z.infer<typeof dataPackageSchema>;
