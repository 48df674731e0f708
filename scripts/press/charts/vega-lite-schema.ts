import { createRequire } from 'node:module';

/** A JSON Schema, as far as Vega-Lite's own uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
}

let definitions: Readonly<Record<string, Schema>> | undefined;
const leaves = new WeakMap<Schema, readonly Schema[]>();

/** What a specification as a whole may be: the schema that the locked Vega-Lite ships with itself. */
export function vegaLiteSchema(): Schema {
  const require = createRequire(import.meta.url);
  definitions ??= (require('vega-lite/vega-lite-schema.json') as { definitions: Record<string, Schema> }).definitions;
  return { $ref: '#/definitions/TopLevelSpec' };
}

/** The alternatives of a schema, with references and unions resolved. */
export function alternatives(schema: Schema): readonly Schema[] {
  const found = leaves.get(schema);
  if (found) return found;
  const resolved = resolve(schema);
  leaves.set(schema, resolved);
  return resolved;
}

function resolve(schema: Schema): readonly Schema[] {
  if (schema.anyOf) return [...new Set(schema.anyOf.flatMap(alternatives))];
  if (schema.$ref === undefined) return [schema];
  const name = decodeURIComponent(schema.$ref.replace('#/definitions/', ''));
  const target = definitions?.[name];
  if (!target)
    throw new Error(
      `Vega-Lite's schema refers to "${name}", which it does not define: install the packages again (npm ci)`,
    );
  return alternatives(target);
}
