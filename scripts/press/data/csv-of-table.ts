import type { DuckDBConnection } from '@duckdb/node-api';
import { cellWords } from './cell-words.ts';
import { engineCell } from './engine-cell.ts';
import type { RowsInUse } from './rows-in-use.ts';
import { rowColumnSql, storedTable } from './stored-table.ts';

/**
 * A dataset as a CSV (RFC 4180), a line a row in the order of its file, with the head that its file has.
 *
 * @param rows those to be written
 */
export async function csvOfTable(dataset: string, rows: RowsInUse, connection: DuckDBConnection): Promise<Uint8Array> {
  const answer = await connection.stream(`from ${storedTable(dataset)} order by ${rowColumnSql}`);
  const [, ...columns] = answer.columnNames();
  const lines = [columns.map(quoted).join(',')];
  for (let chunk = await answer.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await answer.fetchChunk()) {
    for (const [row, ...values] of chunk.getRows()) {
      if (rows !== 'all' && !rows.has(Number(row))) continue;
      lines.push(values.map((value) => quoted(cellWords(engineCell(value)))).join(','));
    }
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
