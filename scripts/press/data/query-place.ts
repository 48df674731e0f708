/** Where in a query something stands; both count from 1, columns in UTF-16 units. */
export interface QueryPlace {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset, which the engine counts in bytes of UTF-8. */
export function queryPlace(sql: string, byte: number): QueryPlace {
  const before = new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, byte)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
