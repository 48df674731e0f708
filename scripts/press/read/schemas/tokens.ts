import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is # and six hexadecimal digits in small letters');
const points = z.number().positive();
const face = z.strictObject({
  weight: z.union([z.literal(400), z.literal(600), z.literal(700)]),
  style: z.enum(['normal', 'italic']),
});
const family = z.strictObject({
  name: z.string().min(1).meta({ description: 'The family’s name, as CSS and charts call it.' }),
  package: z.string().startsWith('@fontsource/').meta({ description: 'The package that ships its files.' }),
  subsets: z.array(z.string().min(1)).min(1).meta({ description: 'The scripts in use: latin, latin-ext, cyrillic …' }),
  faces: z.array(face).min(1).meta({ description: 'The faces in use; no other is embedded.' }),
});

/** styles/tokens.yaml: each design decision, kept once; CSS reads it as custom properties, charts as their theme. */
export const tokensSchema = z
  .strictObject({
    page: z.strictObject({
      width: points,
      height: points,
      margin_top: points,
      margin_right: points,
      margin_bottom: points,
      margin_left: points,
    }),
    columns: z.strictObject({ text: points, gutter: points, outer: points }),
    baseline: points,
    fonts: z.strictObject({ text: family, sans: family }),
    sizes: z.record(z.string().regex(/^[a-z0-9-]+$/), points),
    colours: z.record(z.string().regex(/^[a-z0-9-]+$/), colour),
    data_colours: z.array(colour).min(3),
    accents: z.record(z.string().regex(/^[a-z]+$/), z.strictObject({ strong: colour, tint: colour })),
  })
  .meta({ title: 'Tokens', description: 'Design decisions; lengths are in points.' });
export type Tokens = z.infer<typeof tokensSchema>;
