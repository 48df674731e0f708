import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Locate } from '../read/yaml-file.ts';
import { isList, isObject, type Json, type JsonObject, type Path } from './json.ts';
import { partsOfPress } from './parts-of-press.ts';
import { alternatives, type Schema, vegaLiteSchema } from './vega-lite-schema.ts';

const ofPress = new Set(Object.keys(partsOfPress));

/** Reports every key and every named value of a specification that Vega-Lite does not know (rule chart-key). */
export function checkSpec(spec: JsonObject, at: Locate, report: Report): void {
  check(spec, alternatives(vegaLiteSchema()), []);

  function check(value: Json, allowed: readonly Schema[], path: Path): void {
    if (allowed.length === 0 || allowed.some(takesAnything)) return;
    if (isObject(value)) checkObject(value, allowed, path);
    else if (isList(value))
      for (const [index, item] of value.entries()) check(item, allowed.flatMap(itemsOf), [...path, index]);
    else checkScalar(value, allowed, path);
  }

  function checkObject(value: JsonObject, allowed: readonly Schema[], path: Path): void {
    const candidates = likeliest(
      value,
      allowed.filter((schema) => schema.properties !== undefined || schema.additionalProperties),
    );
    if (candidates.length === 0) return;
    const known = new Set(candidates.flatMap((schema) => Object.keys(schema.properties ?? {})));
    for (const [key, part] of Object.entries(value)) {
      const schemas = candidates.flatMap((schema) => propertyOf(schema, key));
      if (schemas.length > 0) check(part, schemas, [...path, key]);
      else {
        report({
          rule: 'chart-key',
          place: at('spec', ...path, key),
          message: `"${key}" is not known ${path.length === 0 ? 'in a chart' : `in "${lastName(path)}"`}`,
          cure: didYouMean(key, path.length === 0 ? known.difference(ofPress) : known, 'names here'),
        });
      }
    }
  }

  function checkScalar(value: string | number | boolean | null, allowed: readonly Schema[], path: Path): void {
    if (allowed.some((schema) => accepts(schema, value))) return;
    const names = allowed.flatMap((schema) => namedValues(schema)).filter((name) => typeof name === 'string');
    report({
      rule: 'chart-key',
      place: at('spec', ...path),
      message: `${JSON.stringify(value)} is not known as a value of "${lastName(path)}"`,
      cure:
        typeof value === 'string' && names.length > 0
          ? didYouMean(value, names, 'values here')
          : `take another value, as Vega-Lite documents "${lastName(path)}"`,
    });
  }
}

/** Of the shapes that an object may have, those that it most likely is meant to have. */
function likeliest(value: JsonObject, shapes: readonly Schema[]): readonly Schema[] {
  const faults = shapes.map((shape) => faultsAs(shape, value));
  const fewest = Math.min(...faults);
  return shapes.filter((_, index) => faults[index] === fewest);
}

/** How badly a shape fits: unknown keys tell shapes apart best, then wrong values (`type: line`) and missing keys. */
function faultsAs(shape: Schema, value: JsonObject): number {
  let faults = (shape.required ?? []).filter((key) => key !== 'data' && !(key in value)).length;
  for (const [key, part] of Object.entries(value)) {
    const allowed = propertyOf(shape, key);
    if (allowed.length === 0) faults += 2;
    else if (typeof part === 'string' && !allowed.some((schema) => takesAnything(schema) || accepts(schema, part)))
      faults += 1;
  }
  return faults;
}

function propertyOf(shape: Schema, key: string): readonly Schema[] {
  const property = shape.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
  if (property) return alternatives(property);
  if (shape.additionalProperties === true) return [{}];
  return typeof shape.additionalProperties === 'object' ? alternatives(shape.additionalProperties) : [];
}

function itemsOf(schema: Schema): readonly Schema[] {
  if (schema.items) return alternatives(schema.items);
  return schema.type === 'array' ? [{}] : [];
}

function takesAnything(schema: Schema): boolean {
  return !('type' in schema || 'properties' in schema || 'enum' in schema || 'const' in schema);
}

function namedValues(schema: Schema): readonly (string | number | boolean | null)[] {
  if (schema.enum) return schema.enum;
  return schema.const === undefined ? [] : [schema.const];
}

function accepts(schema: Schema, value: string | number | boolean | null): boolean {
  const named = namedValues(schema);
  if (named.length > 0) return named.includes(value);
  const type = value === null ? 'null' : typeof value;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.includes(type) || (type === 'number' && types.includes('integer') && Number.isInteger(value));
}

function lastName(path: Path): string {
  return String(path.findLast((key) => typeof key === 'string') ?? 'spec');
}
