import { quoteText } from './quote-sql.ts';

/** The rows of a Parquet file as SQL: with its own columns alone, also where a folder above it is called `year=2020`. */
export function parquetRows(path: string): string {
  return `read_parquet(${quoteText(path)}, hive_partitioning = false)`;
}
