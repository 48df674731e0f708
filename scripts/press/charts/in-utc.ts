import { isObject, type Json, type JsonObject, mapObjects } from './json.ts';

const timeParts = new Set(['year', 'quarter', 'month', 'date', 'day', 'hours', 'minutes', 'seconds', 'milliseconds']);
const channelsWithScale = new Set([
  'x',
  'y',
  'x2',
  'y2',
  'xOffset',
  'yOffset',
  'color',
  'fill',
  'stroke',
  'opacity',
  'size',
  'shape',
]);

/**
 * Puts all times of a specification into UTC, so that a date is that date in every time zone: data give days, and
 * Vega would read them in UTC but show them in the machine's own zone.
 */
export function inUtc(spec: Json): Json {
  return mapObjects(spec, (part, key) => {
    if (isDateTime(part)) return { ...part, utc: true };
    return { ...part, ...withUtcUnit(part), ...withUtcScale(part, key) };
  });
}

function isDateTime(part: JsonObject): boolean {
  const entries = Object.entries(part);
  return (
    entries.length > 0 &&
    entries.every(([key, value]) => timeParts.has(key) && (typeof value === 'number' || typeof value === 'string'))
  );
}

function withUtcUnit(part: JsonObject): JsonObject {
  const unit = part.timeUnit;
  if (typeof unit === 'string') return { timeUnit: utcUnit(unit) };
  if (isObject(unit) && typeof unit.unit === 'string') return { timeUnit: { ...unit, unit: utcUnit(unit.unit) } };
  return {};
}

function utcUnit(unit: string): string {
  return unit.replace(/^(binned)?(?:utc)?/, '$1utc');
}

/** Only scales and time units know of UTC in Vega-Lite: a text of a date gets a unit of one day. */
function withUtcScale(part: JsonObject, key: string | undefined): JsonObject {
  if (part.type !== 'temporal' || key === undefined || part.timeUnit !== undefined) return {};
  if (!channelsWithScale.has(key)) return typeof part.format === 'string' ? { timeUnit: 'utcyearmonthdate' } : {};
  if (part.scale === null || key === 'x2' || key === 'y2') return {};
  return { scale: { type: 'utc', ...(isObject(part.scale) ? part.scale : {}) } };
}
