import { z } from 'zod';

/** What a template can do with a value: print it, go through it, or go into it. */
export type Kind =
  | { readonly kind: 'text' }
  | { readonly kind: 'list'; readonly entry: Kind }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Kind>> };

/** The kind of the values that a schema describes. */
export function kindOf(schema: z.core.$ZodType): Kind {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return kindOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return { kind: 'list', entry: kindOf(schema.element) };
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>);
    return { kind: 'record', fields: Object.fromEntries(fields.map(([name, field]) => [name, kindOf(field)])) };
  }
  return { kind: 'text' };
}

/** A kind in words that name its parts, so that two kinds are alike when their names are. */
export function nameOf(kind: Kind): string {
  if (kind.kind === 'text') return 'a value';
  if (kind.kind === 'list') return `a list of ${nameOf(kind.entry)}`;
  return `a group of ${Object.keys(kind.fields).join(', ')}`;
}
