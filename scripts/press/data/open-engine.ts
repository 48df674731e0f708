import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { limits } from './limits.ts';
import { quoteText } from './quote-sql.ts';

/** A data engine of our own, in memory. */
export interface Engine extends AsyncDisposable {
  /** The connection that sees every row. */
  readonly connection: DuckDBConnection;
  /** A further connection, with temporary views of its own. It is closed with the engine. */
  connect(): Promise<DuckDBConnection>;
}

/**
 * Starts DuckDB in memory, on one thread so that the order of rows is always the same, and shut in: it reads the files
 * named here and no other, installs and loads nothing, and none of that can be changed by a query.
 *
 * @param files paths of the files that it may read
 */
export async function openEngine(files: readonly string[]): Promise<Engine> {
  const spill = join(tmpdir(), `press-data-${randomUUID()}`);
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '1',
      errors_as_json: 'true',
      memory_limit: `${limits.memoryMegabytes}MB`,
      max_temp_directory_size: `${limits.diskMegabytes}MB`,
    });
    const connection = await instance.connect();
    // The order matters: once external access is off, neither of the first two can be set.
    await connection.run(
      [
        `set temp_directory = ${quoteText(spill)}`,
        `set allowed_paths = [${files.map(quoteText).join(', ')}]`,
        'set autoinstall_known_extensions = false',
        'set autoload_known_extensions = false',
        'set enable_external_access = false',
        "set global TimeZone = 'UTC'",
        'set lock_configuration = true',
      ].join(';\n'),
    );
    const connections = [connection];
    return {
      connection,
      async connect() {
        const further = await instance.connect();
        connections.push(further);
        return further;
      },
      async [Symbol.asyncDispose]() {
        for (const open of connections) open.closeSync();
        instance.closeSync();
        await rm(spill, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    throw new Error('starting the data engine failed: run npm ci again, and see that there is free memory', { cause });
  }
}
