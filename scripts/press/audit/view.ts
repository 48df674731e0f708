import type { SafeString } from 'handlebars';
import { z } from 'zod';

const html = (description: string) => z.custom<SafeString>().meta({ description, html: true });
const text = (description: string) => z.string().meta({ description });

const link = z.strictObject({
  href: text('Where it leads: within the page, or a web address.'),
  text: text('Its words.'),
});

const rowsBehind = z
  .array(
    z.strictObject({
      line: text('How many rows of which dataset.'),
      href: text('The link to the dataset.'),
      rows: z
        .array(
          z.strictObject({
            place: text('File and line.'),
            href: text('The link to the row among those of its dataset.'),
            cells: z
              .array(z.strictObject({ name: text('Its column.'), value: text('What it holds.') }))
              .meta({ description: 'The cells that are not missing.' }),
          }),
        )
        .meta({ description: 'The first of them.' }),
      more: text('How many more there are, and on which lines.').nullable(),
    }),
  )
  .meta({ description: 'The rows that it rests on, by dataset.' });

const printed = z.array(link).meta({ description: 'The numbers in print that come from it.' });
const sources = z
  .array(z.strictObject({ citation: text('As a note cites it.'), url: text('Its address.').nullable() }))
  .meta({ description: 'Where it was published.' });

/** The audit as templates/audit.hbs sees it. */
export const auditView = z.strictObject({
  language: text('The language of the edition.'),
  direction: text('ltr or rtl.'),
  title: text('The title of the page.'),
  head: html('The contents of its head: the policy, which lets only the script below run, and the style sheet.'),
  script: html('The script that filters, with its element.'),
  series: text('The title of the series.'),
  edition: text('The title of the edition.'),
  about: text('Version, data cut-off and number of numbers, in one line.'),
  shown: text('The sentence that says how many numbers are shown, with {shown} and {all} to be filled in.'),
  kinds: z
    .array(
      z.strictObject({
        id: text('Its name in the JSON file.'),
        name: text('Its name.'),
        meaning: text('What it means.'),
        count: text('How many numbers are of the kind.'),
      }),
    )
    .meta({ description: 'The kinds of explanations.' }),
  pages: z.array(z.strictObject({ page: text('A page.') })).meta({ description: 'The pages with numbers.' }),
  numbers: z
    .array(
      z.strictObject({
        id: text('Its id.'),
        text: text('As it is printed.'),
        before: text('The words before it.'),
        after: text('The words after it.'),
        kind: text('Its kind, for a class name and the filter.'),
        kind_name: text('The name of its kind.'),
        page: text('Its page; empty if that is not known.'),
        place: text('Its place in the author’s files.').nullable(),
        datasets: text('The names of the datasets that it rests on, with spaces between.'),
        links: z.array(link).meta({ description: 'The fact, answer or source behind it.' }),
        remark: text('Which cell it is, what declares it, or for how many numbers it stands.').nullable(),
      }),
    )
    .meta({ description: 'The numbers; those that nothing explains are the first.' }),
  facts: z
    .array(
      z.strictObject({
        id: text('Its id.'),
        name: text('Its name.'),
        heading: text('What it is.'),
        text: text('As it is printed.'),
        place: text('Where it is defined.'),
        value: text('Its value before it is formatted, with its unit.'),
        format: text('Its format, rounding and qualifier.'),
        query: text('Its query.'),
        facts: z.array(link).meta({ description: 'The facts that its query names.' }),
        rests: rowsBehind,
        sources,
        printed,
      }),
    )
    .meta({ description: 'The facts in print, and those that they name.' }),
  answers: z
    .array(
      z.strictObject({
        id: text('Its id.'),
        name: text('Kind and name.'),
        heading: text('Its title.'),
        queries: z
          .array(
            z.strictObject({
              name: text('Which of its tables it gives, if it has several.').nullable(),
              place: text('Where it stands.'),
              query: text('The query.'),
              facts: z.array(link).meta({ description: 'The facts that it names.' }),
              rests: rowsBehind,
            }),
          )
          .meta({ description: 'Its queries.' }),
        sources,
        printed,
      }),
    )
    .meta({ description: 'What tables, timelines, charts and maps are made from.' }),
  datasets: z
    .array(
      z.strictObject({
        id: text('Its id.'),
        name: text('Its name.'),
        heading: text('Its title.'),
        file: text('Its file.'),
        digest: text('The digest of the file.').nullable(),
        retrieved: text('When it was read from its sources.'),
        license: text('Its licenses.'),
        sources: z
          .array(z.strictObject({ title: text('Its title.'), url: text('Its address.').nullable() }))
          .meta({ description: 'Where its values were read.' }),
        rows: z
          .array(
            z.strictObject({
              id: text('Its id.'),
              line: text('Its line in the file.'),
              cells: z
                .array(z.strictObject({ name: text('Its column.'), value: text('What it holds.') }))
                .meta({ description: 'The cells that are not missing.' }),
            }),
          )
          .meta({ description: 'The rows that something in print rests on, one by one.' }),
      }),
    )
    .meta({ description: 'The datasets that something in print rests on.' }),
});
export type AuditView = z.infer<typeof auditView>;
