import { DuckDBDateValue, DuckDBDecimalValue, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api';
import { plainDecimal, shortestDecimal } from './plain-decimal.ts';
import type { Cell } from './table.ts';

const whole: readonly DuckDBTypeId[] = [
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
];

/** Whether the values of an SQL type can stand in a table; the others have no one way to be written. */
export function isCellType(type: DuckDBTypeId): boolean {
  return (
    whole.includes(type) ||
    type === DuckDBTypeId.DECIMAL ||
    type === DuckDBTypeId.DOUBLE ||
    type === DuckDBTypeId.VARCHAR ||
    type === DuckDBTypeId.ENUM ||
    type === DuckDBTypeId.DATE ||
    type === DuckDBTypeId.BOOLEAN ||
    type === DuckDBTypeId.SQLNULL
  );
}

/** A value of the engine as a cell, with every digit; undefined for what is no value: NaN, infinity, a date without end. */
export function engineCell(value: DuckDBValue): Cell | undefined {
  if (value === null) return { kind: 'missing' };
  if (typeof value === 'bigint') return { kind: 'number', decimal: String(value) };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', truth: value };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { kind: 'number', decimal: shortestDecimal(value) } : undefined;
  }
  if (value instanceof DuckDBDecimalValue) return { kind: 'number', decimal: plainDecimal(value.value, value.scale) };
  if (value instanceof DuckDBDateValue && value.isFinite) return dateCell(value.toString());
  return undefined;
}

/** Years before 1 and after 9999 are no dates of ISO 8601 without an agreement. */
function dateCell(iso: string): Cell | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? { kind: 'date', iso } : undefined;
}
