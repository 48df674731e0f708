import { sqlTokens } from './sql-tokens.ts';

/** A string in a query, without its quotation marks. */
export interface SqlLiteral {
  readonly text: string;
  /** Where its text begins in the query. */
  readonly offset: number;
}

/** What a string after it is compared with, or names: not text that the query gives. */
const compared: ReadonlySet<string> = new Set([
  ...['=', '<>', '!=', '<', '>', '<=', '>=', '~', 'like', 'ilike', 'similar', 'between', 'when'],
  ...['date', 'timestamp', 'interval'],
]);
/** Functions that read their strings as patterns, formats or names. */
const readsStrings: ReadonlySet<string> = new Set([
  ...['strftime', 'strptime', 'date_trunc', 'date_part', 'date_diff', 'regexp_matches', 'regexp_replace'],
  ...['regexp_extract', 'fact', 'split_part', 'starts_with', 'ends_with', 'contains', 'position', 'in'],
]);

/**
 * The strings of a query that its answer can print: those it gives, not those that it compares with. Codes without a space
 * or a sign of prose ('2022-Q1', 'H1', '-01') are keys of data, and are left out.
 */
export function sqlLiterals(sql: string): readonly SqlLiteral[] {
  const found: SqlLiteral[] = [];
  const calls: { readonly name: string; argument: number }[] = [];
  let before = '';
  for (const { sign, string, offset } of sqlTokens(sql)) {
    const call = calls.at(-1);
    if (string !== undefined) {
      // The second argument of replace is what it looks for.
      const isRead = call && (readsStrings.has(call.name) || (call.name === 'replace' && call.argument === 1));
      if (!compared.has(before) && !isRead && isProse(string)) found.push({ text: string, offset: offset + 1 });
    } else if (sign === '(') calls.push({ name: before, argument: 0 });
    else if (sign === ')') calls.pop();
    else if (sign === ',' && call) call.argument++;
    before = sign;
  }
  return found;
}

function isProse(text: string): boolean {
  return !/^[\w.:%+/-]*$/.test(text.trim());
}
