import type { DataSource } from '../read/schemas/common.ts';
import { quoteName } from './quote-sql.ts';

/** The query that a source stands for: its own, or all rows of its dataset. */
export function queryOf(source: DataSource): string {
  return 'dataset' in source ? `from ${quoteName(source.dataset)}` : source.query;
}
