/**
 * Functions whose value is not decided by their arguments: they ask the clock, chance, the session or the machine.
 * The engine marks most of them itself (duckdb_functions, column stability); a test holds this list against its marks.
 */
export const unstableFunctions: ReadonlySet<string> = new Set([
  'currval',
  'current_connection_id',
  'current_database',
  'current_date',
  'current_localtime',
  'current_localtimestamp',
  'current_query',
  'current_query_id',
  'current_schema',
  'current_schemas',
  'current_setting',
  'current_time',
  'current_timestamp',
  'current_transaction_id',
  'error',
  'gen_random_uuid',
  'get_current_time',
  'get_current_timestamp',
  'getenv',
  'getvariable',
  'in_search_path',
  'localtime',
  'localtimestamp',
  'nextval',
  'now',
  'random',
  'reservoir_quantile',
  'setseed',
  'sleep_ms',
  'stats',
  'today',
  'transaction_timestamp',
  'txid_current',
  'uuid',
  'uuidv4',
  'uuidv7',
  'version',
  'write_log',
]);

/** Those that SQL also writes without parentheses. */
export const unstableWords: ReadonlySet<string> = new Set([
  'current_catalog',
  'current_date',
  'current_role',
  'current_schema',
  'current_time',
  'current_timestamp',
  'current_user',
  'localtime',
  'localtimestamp',
  'session_user',
]);

/** Functions that give rows out of their arguments alone; every other kind of table that is no dataset is refused. */
export const tableFunctions: ReadonlySet<string> = new Set([
  'generate_series',
  'generate_subscripts',
  'json_each',
  'json_tree',
  'range',
  'repeat',
  'unnest',
]);
