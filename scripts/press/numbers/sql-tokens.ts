/** Strings, names in quotation marks, comments, words, and signs. */
const token =
  /'((?:[^']|'')*)'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|[\p{L}_][\p{L}\p{N}_.]*|<>|!=|<=|>=|\|\||~~?\*?|[^\s]/gu;

/** One word, sign or string of a query. */
export interface SqlToken {
  /** A word in small letters, or a sign; of a string, its opening mark. */
  readonly sign: string;
  /** Of a string, what it holds. */
  readonly string: string | undefined;
  readonly offset: number;
}

/** The words, signs and strings of a query, without its comments. Any text gives some. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  return [...sql.matchAll(token)].flatMap((match) => {
    const [whole, string] = match;
    if (whole.startsWith('--') || whole.startsWith('/*')) return [];
    return [{ sign: string === undefined ? whole.toLowerCase() : "'", string, offset: match.index }];
  });
}

/** The words and signs of a query. */
export function sqlWords(sql: string): readonly string[] {
  return sqlTokens(sql).map(({ sign }) => sign);
}
