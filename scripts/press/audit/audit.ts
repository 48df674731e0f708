import { z } from 'zod';

const place = z
  .strictObject({ file: z.string(), line: z.int(), column: z.int() })
  .meta({ description: 'A place in an author’s file; lines and columns count from 1.' });

/** How a number in print is explained. `unexplained` stands first: nothing is behind it. */
export const numberKinds = {
  unexplained: 'typed in, with no fact, claim or declared name behind it',
  claim: 'typed as somebody printed it, and checked against a fact',
  fact: 'computed by a fact',
  data: 'a value of the answer behind a table, timeline, chart or map',
  scale: 'a number of the scale of a chart or map',
  declared: 'a name or date that the edition or its series declares, or a property of the edition',
  citation: 'part of a bibliographic record',
  counted: 'counted by the press: a page, a figure, a table, a note',
} as const;

const kind = z.enum(Object.keys(numberKinds) as (keyof typeof numberKinds)[]).meta({
  description: Object.entries(numberKinds)
    .map(([name, meaning]) => `${name}: ${meaning}`)
    .join(' · '),
});
export type NumberKind = z.infer<typeof kind>;

const number = z.strictObject({
  text: z.string().meta({ description: 'As it is printed.' }),
  kind,
  count: z
    .int()
    .meta({ description: 'How many numbers the entry stands for: one, except for citations and the appendix.' }),
  page: z.int().nullable().meta({ description: 'In the PDF, from 1.' }),
  place: place.nullable().meta({ description: 'Where it stands in the author’s files.' }),
  before: z.string().meta({ description: 'The words before it.' }),
  after: z.string().meta({ description: 'The words after it.' }),
  fact: z.string().nullable().meta({ description: 'The fact behind it, by its name in `facts`.' }),
  answer: z.string().nullable().meta({ description: 'What it is a part of, by its name in `answers`.' }),
  row: z.int().nullable().meta({ description: 'Of the answer, from 1.' }),
  column: z.string().nullable().meta({ description: 'Of the answer.' }),
  source: z.string().nullable().meta({ description: 'The cited source, by its id in `sources`.' }),
  declared: z
    .strictObject({ name: z.string(), place: place.nullable() })
    .nullable()
    .meta({ description: 'The declaration that covers it: a name, or a kind such as date.' }),
});
/** One number in print, or a group of them, with what explains it. */
export type AuditedNumber = z.infer<typeof number>;

const rowsBehind = z.strictObject({
  dataset: z.string().meta({ description: 'By its name in `datasets`.' }),
  extent: z
    .enum(['followed', 'whole'])
    .meta({ description: 'whole: the query cannot be followed to single rows, so all of them count.' }),
  count: z.int().meta({ description: 'How many rows.' }),
  lines: z.array(z.int()).meta({ description: 'The lines of the first of them, up to `limits.rows`.' }),
});
/** The rows of one dataset that something rests on. */
export type AuditedRows = z.infer<typeof rowsBehind>;

const fact = z.strictObject({
  name: z.string(),
  label: z.string(),
  place,
  text: z.string().meta({ description: 'As it is printed if no other format is asked for.' }),
  value: z
    .string()
    .meta({ description: 'Before it is formatted, to the last digit: “1277”, “743 / 584”, “5.2 to 5.5”.' }),
  unit: z.string().nullable(),
  format: z.string(),
  decimals: z.int().nullable().meta({ description: 'Decimal places that it is rounded to, if its file says so.' }),
  qualifier: z.string().nullable(),
  query: z.string(),
  facts: z.array(z.string()).meta({ description: 'The facts that its query names.' }),
  rests: z.array(rowsBehind),
  sources: z.array(z.string()).meta({ description: 'Of `sources`.' }),
});
export type AuditedFact = z.infer<typeof fact>;

const answer = z.strictObject({
  name: z.string().meta({ description: 'Kind and name: “chart aid-2020”.' }),
  title: z.string(),
  queries: z.array(
    z.strictObject({
      of: z.string().nullable().meta({ description: 'Which of its tables, if it has several.' }),
      place,
      query: z.string(),
      facts: z.array(z.string()).meta({ description: 'The facts that the query names.' }),
      rests: z.array(rowsBehind),
    }),
  ),
  sources: z.array(z.string()).meta({ description: 'Of `sources`.' }),
});
export type AuditedAnswer = z.infer<typeof answer>;

const dataset = z.strictObject({
  name: z.string(),
  title: z.string(),
  file: z.string(),
  digest: z.string().nullable().meta({ description: 'Of the file: sha256: and 64 hexadecimal digits.' }),
  retrieved: z.string(),
  licenses: z.array(z.string()),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
  rows: z.array(
    z.strictObject({
      line: z.int().meta({ description: 'On which it begins in the file; its number where the file has no lines.' }),
      cells: z.record(z.string(), z.string()).meta({ description: 'By column; one that is missing is not there.' }),
    }),
  ),
});
export type AuditedDataset = z.infer<typeof dataset>;

const source = z.strictObject({
  id: z.string(),
  citation: z.string(),
  url: z.string().nullable(),
  place,
});
export type AuditedSource = z.infer<typeof source>;

/** out/<edition>.audit.json: every number that an edition prints, and what is behind it. */
export const auditSchema = z
  .strictObject({
    $schema: z.string(),
    edition: z.strictObject({
      name: z.string(),
      title: z.string(),
      language: z.string(),
      version: z.string(),
      status: z.string().meta({ description: 'draft, reconstruction or final, when it was built.' }),
      data_cutoff: z.string(),
    }),
    counts: z.record(kind, z.int()).meta({ description: 'Numbers in print by kind.' }),
    limits: z.strictObject({ rows: z.int().meta({ description: 'Rows of a dataset that are listed for one query.' }) }),
    numbers: z.array(number).meta({ description: 'In the order of reading, those that are unexplained first.' }),
    facts: z.array(fact).meta({ description: 'Those in print, and those that they name.' }),
    answers: z.array(answer).meta({ description: 'What tables, timelines, charts and maps are made from.' }),
    datasets: z
      .array(dataset)
      .meta({ description: 'Those that anything here rests on, with the rows that are named.' }),
    sources: z.array(source).meta({ description: 'Those that anything here cites.' }),
  })
  .meta({ title: 'Audit', description: 'Every number that an edition prints, and what is behind it.' });
export type Audit = z.infer<typeof auditSchema>;

/** An audit for people and for programs. */
export interface AuditFiles {
  readonly html: Uint8Array;
  readonly json: Uint8Array;
}

export function auditFiles(audit: Audit, page: string): AuditFiles {
  const encoder = new TextEncoder();
  return { html: encoder.encode(page), json: encoder.encode(`${JSON.stringify(audit, null, 1)}\n`) };
}
