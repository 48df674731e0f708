/** A string in a query, without its quotation marks. */
export interface SqlLiteral {
  readonly text: string;
  /** Where its text begins in the query. */
  readonly offset: number;
}

const token =
  /'((?:[^']|'')*)'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|[\p{L}_][\p{L}\p{N}_.]*|<>|!=|<=|>=|\|\||~~?\*?|[^\s]/gu;

/** What a string after it is compared with, or names: not text that the query gives. */
const compared: ReadonlySet<string> = new Set([
  ...[
    '=',
    '<>',
    '!=',
    '<',
    '>',
    '<=',
    '>=',
    '~',
    'like',
    'ilike',
    'similar',
    'between',
    'when',
    'date',
    'timestamp',
    'interval',
  ],
]);
/** Functions that read their strings as patterns, formats or names. */
const readsStrings: ReadonlySet<string> = new Set([
  ...['strftime', 'strptime', 'date_trunc', 'date_part', 'regexp_matches', 'regexp_replace', 'regexp_extract', 'fact'],
  ...['split_part', 'starts_with', 'ends_with', 'contains', 'position', 'in', 'quarter', 'format_date'],
]);

/**
 * The strings of a query that its answer can print: those it gives, not those that it compares with. Codes without a space
 * or a sign of prose ('2022-Q1', 'H1', '-01') are keys of data, and are left out.
 */
export function sqlLiterals(sql: string): readonly SqlLiteral[] {
  const found: SqlLiteral[] = [];
  const calls: { readonly name: string; argument: number }[] = [];
  let before = '';
  for (const match of sql.matchAll(token)) {
    const [whole, text] = match;
    if (whole.startsWith('--') || whole.startsWith('/*')) continue;
    if (text !== undefined) {
      const within = calls.at(-1);
      // The second argument of replace is what it looks for.
      const isRead = within && (readsStrings.has(within.name) || (within.name === 'replace' && within.argument === 1));
      if (!compared.has(before) && !isRead && isProse(text)) {
        found.push({ text, offset: match.index + 1 });
      }
    } else if (whole === '(') calls.push({ name: before, argument: 0 });
    else if (whole === ')') calls.pop();
    else if (whole === ',' && calls.length > 0) (calls.at(-1) ?? { argument: 0 }).argument++;
    before = text === undefined ? whole.toLowerCase() : "'";
  }
  return found;
}

function isProse(text: string): boolean {
  return !/^[\w.:%+/-]*$/.test(text.trim());
}
