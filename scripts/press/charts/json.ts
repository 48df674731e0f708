/** A value as YAML and JSON hold it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The way to a part of a value: keys of objects and indices of arrays. */
export type Path = readonly (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Calls `visit` with every object inside a value, itself included, outermost first. */
export function eachObject(value: Json, visit: (object: JsonObject, path: Path) => void, path: Path = []): void {
  if (isObject(value)) visit(value, path);
  for (const [key, part] of partsOf(value)) eachObject(part, visit, [...path, key]);
}

/** Calls `visit` with every text inside a value. */
export function eachText(value: Json, visit: (text: string, path: Path) => void, path: Path = []): void {
  if (typeof value === 'string') visit(value, path);
  for (const [key, part] of partsOf(value)) eachText(part, visit, [...path, key]);
}

/** The same value with every text inside it replaced. */
export function mapTexts(value: Json, replace: (text: string, path: Path) => string, path: Path = []): Json {
  if (typeof value === 'string') return replace(value, path);
  if (isList(value)) return value.map((part, index) => mapTexts(part, replace, [...path, index]));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, replace, [...path, key])]));
}

/** The same value with every object inside it replaced, innermost first. */
export function mapObjects(
  value: Json,
  replace: (object: JsonObject, key: string | undefined) => Json,
  key?: string,
): Json {
  if (isList(value)) return value.map((part) => mapObjects(part, replace, key));
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, mapObjects(part, replace, name)] as const);
  return replace(Object.fromEntries(parts), key);
}

function partsOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (isList(value)) return value.map((part, index) => [index, part] as const);
  return isObject(value) ? Object.entries(value) : [];
}
