import { z } from 'zod';
import { mapByName } from './common.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is # and six hexadecimal digits in small letters');
const points = z.number().positive();
const weight = z.union([z.literal(400), z.literal(600), z.literal(700)]);
const face = z.strictObject({
  weight,
  style: z.enum(['normal', 'italic']),
});
const family = z.strictObject({
  name: z.string().min(1).meta({ description: 'The family’s name, as CSS and charts call it.' }),
  package: z.string().startsWith('@fontsource/').meta({ description: 'The package that ships its files.' }),
  subsets: z.array(z.string().min(1)).min(1).meta({ description: 'The scripts in use: latin, latin-ext, cyrillic …' }),
  faces: z.array(face).min(1).meta({ description: 'The faces in use; no other is embedded.' }),
});
const fallback = z.strictObject({
  name: z.string().min(1).meta({ description: 'The family’s name.' }),
  package: z.string().startsWith('@fontsource/').meta({ description: 'The package that ships its files.' }),
  subset: z.string().min(1).meta({ description: 'The part of it that is used: arabic, ethiopic, symbols …' }),
  characters: z
    .string()
    .regex(
      /^U\+[0-9A-F]+(-[0-9A-F]+)?(, ?U\+[0-9A-F]+(-[0-9A-F]+)?)*$/i,
      'characters are written as U+2190-21FF, U+2713',
    )
    .optional()
    .meta({ description: 'The characters that it serves, if they are not those that the package names: U+2190-21FF.' }),
  weights: z.array(weight).min(1).meta({ description: 'The weights in use; a face takes the nearest.' }),
});

/** Width and height in points (ISO 216; ANSI/ASME Y14.1). */
const pageSizes = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
} as const;

/** styles/tokens.yaml: each design decision, kept once; CSS reads it as custom properties, charts as their theme. */
export const tokensSchema = z
  .strictObject({
    page: z.strictObject({
      size: z.enum(['letter', 'a4']).meta({ description: 'US Letter or A4; the outer column takes the difference.' }),
      margin_top: points,
      margin_right: points,
      margin_bottom: points,
      margin_left: points,
    }),
    columns: z
      .strictObject({ text: points, gutter: points })
      .meta({ description: 'The outer column takes the rest of the page between its margins.' }),
    baseline: points,
    fonts: z.strictObject({ text: family, sans: family, mono: family }),
    fallbacks: z.array(fallback).default([]).meta({
      description: 'Families for characters that the fonts do not have; the first family with the character prints it.',
    }),
    sizes: mapByName(z.string().regex(/^[a-z0-9-]+$/), points),
    colours: mapByName(z.string().regex(/^[a-z0-9-]+$/), colour),
    data_colours: z.array(colour).min(3),
    accents: mapByName(z.string().regex(/^[a-z]+$/), z.strictObject({ strong: colour, tint: colour })),
  })
  .transform(({ page, columns, ...rest }) => {
    const { size, ...margins } = page;
    const { width, height } = pageSizes[size];
    const outer = width - margins.margin_left - margins.margin_right - columns.text - columns.gutter;
    return { ...rest, page: { width, height, ...margins }, columns: { ...columns, outer } };
  })
  .meta({ title: 'Tokens', description: 'Design decisions; lengths are in points.' });
/** The tokens, with the lengths in points that follow from them: the page's size and the width of the outer column. */
export type Tokens = z.infer<typeof tokensSchema>;
