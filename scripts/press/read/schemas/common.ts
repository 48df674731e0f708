import { z } from 'zod';

/** A name that authors refer to: a fact, a chart, a source. */
export const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name is small letters, digits and single hyphens')
  .meta({ description: 'A name in small letters, digits and single hyphens.' });

/** A BCP 47 language tag, as far as editions need it. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language is a tag such as en, fr or pt-BR')
  .meta({ description: 'A language tag such as en or fr.' });

/** Text that is printed: one string for all languages, or a string a language. It may hold :fact[name] and *emphasis*. */
export const text = z
  .union([z.string().min(1), z.record(language, z.string().min(1))])
  .meta({ description: 'Printed text, or a map of it by language. May hold :fact[name], *emphasis* and [@source].' });
export type Text = z.infer<typeof text>;

/**
 * A map that authors name the entries of. It has no names but theirs: any object of the language answers to "constructor"
 * and "toString", too.
 */
export function mapByName<Value extends z.ZodType>(key: z.ZodString, value: Value) {
  return z
    .record(key, value)
    .transform((map): Readonly<Record<string, z.output<Value>>> => Object.assign(Object.create(null), map));
}

/** A date to the precision that is known: year, month or day (EDTF level 0, ISO 8601-2). */
export const edtfDate = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine(isDate, { error: 'a date is 2021, 2021-12 or 2021-12-24, and must exist', params: { rule: 'date-wrong' } })
  .meta({ description: 'A date as a year, a month or a day: 2021, 2021-12 or 2021-12-24.' });

/** One source or several, by id in sources.yaml; none of what is the edition's authors' own. */
export const sourceNames = z
  .union([name, z.array(name)])
  .transform((value): readonly string[] => (typeof value === 'string' ? [value] : value))
  .meta({
    description:
      'A source of content/sources.yaml by its id, or a list of them; [] for what the edition’s authors found themselves.',
  });

const asked = {
  query: z.string().min(1).meta({ description: 'A SELECT over the datasets, in DuckDB’s SQL.' }),
};
const whole = { dataset: name.meta({ description: 'A dataset of data/datapackage.yaml, whole.' }) };

/** Where a table of values comes from: a query over the datasets, or one whole dataset. */
export const dataSource = z
  .union([z.strictObject(asked), z.strictObject(whole)])
  .meta({ description: 'The data: a query over the datasets, or one dataset by its name.' });
export type DataSource = z.infer<typeof dataSource>;

const ofLayer = {
  source: sourceNames.optional().meta({
    description: 'Where this comes from, such as the events that are marked: it stands in the source line as well.',
  }),
};

/** The same for a layer of a chart, which may rest on sources of its own. */
export const layerData = z
  .union([z.strictObject({ ...asked, ...ofLayer }), z.strictObject({ ...whole, ...ofLayer })])
  .meta({ description: 'The data of a layer: a query over the datasets, or one dataset by its name.' });

/** Whether the partners stand by a figure that is not of their text. */
export const adopted = z.boolean().default(true).meta({
  description:
    'false: it was kept from a reconstruction, and the partners have not adopted it; its source line says so, and the edition cannot be released with it.',
});

/** How much of the page's width a figure takes. */
export const width = z.enum(['text', 'wide', 'margin']).meta({
  description: 'text: the text column; wide: text and outer column; margin: the outer column.',
});
export type Width = z.infer<typeof width>;

/** Each way to print a value, with what it makes of one. docs/facts.md tells of each; a test holds it to these words. */
export const valueFormats = {
  number: '1,277',
  'number-long': '4.5 million',
  currency: '$16.56 million',
  'currency-short': '$16.56M',
  'currency-full': '$16,560,000',
  percent: '54%',
  times: 'nine times, 8.8 times',
  range: '5.2–5.5, of two columns',
  date: 'May 24, 2021',
  year: '2021',
  ordinal: 'third, 21st',
  text: 'as it is',
  'rose-or-fell': 'rose, fell, was unchanged',
  'rise-or-fall': 'rise, fall, no change',
  'higher-or-lower': 'higher, lower, the same',
  'more-or-fewer': 'more, fewer, as many',
  'more-or-fewer-than': 'more than, fewer than, as many as',
  'more-or-less-than': 'more than, less than, as much as',
  growth: 'more than doubled, nearly tripled, halved, rose, fell, was unchanged',
  multiple: 'nearly nine times, more than eight times',
  fraction: 'half, nearly two thirds, more than a quarter, all',
} as const;

export const valueFormat = z.enum(Object.keys(valueFormats) as (keyof typeof valueFormats)[]).meta({
  description: Object.entries(valueFormats)
    .map(([format, example]) => `${format}: ${example}`)
    .join(' · '),
});
/** How a value is printed. */
export type ValueFormat = z.infer<typeof valueFormat>;

export const decimals = z.int().min(0).max(6).meta({
  description: 'Decimal places to round to, once, in what is printed: 2 makes 16.56 million of 16,560,000.',
});

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
