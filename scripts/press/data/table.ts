/** One value of a table. Numbers keep every digit that the data has: no binary fraction comes near them. */
export type Cell =
  | {
      readonly kind: 'number';
      /** Plain decimal notation: "16560000", "-0.5". */
      readonly decimal: string;
      /** Where the decimal does not end: what it is cut from, both whole numbers. */
      readonly quotient?: { readonly dividend: string; readonly divisor: string };
    }
  | { readonly kind: 'date' /** ISO 8601 to the day. */; readonly iso: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly truth: boolean }
  | { readonly kind: 'missing' };

/** The answer to a query: columns in order, and rows by column name. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}
