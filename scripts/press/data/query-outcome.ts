import type { RuleId } from '../diagnostics/rules.ts';
import type { QueryPlace } from './query-place.ts';
import type { Table } from './table.ts';

/** What became of a query. */
export type QueryOutcome =
  | Answer
  /** It has an answer, and without the rows later than the cut-off it would have another. */
  | (Omit<Answer, 'kind'> & {
      readonly kind: 'late' /** Those with late rows. */;
      readonly datasets: readonly string[];
    })
  /** It is right in itself, but it rests on datasets or facts that are not: their faults have been reported. */
  | { readonly kind: 'unread' }
  | QueryFailure;

/** An answer, and which of its columns hold binary fractions that came of a division. */
export interface Answer {
  readonly kind: 'table';
  readonly table: Table;
  readonly inexact: readonly string[];
}

/** Why a query has no answer. */
export interface QueryFailure {
  readonly kind: 'failed';
  readonly rule: Extract<
    RuleId,
    'query-fails' | 'query-limit' | 'query-shape' | 'query-unstable' | 'dataset-unknown' | 'fact-unknown'
  >;
  /** One sentence, as in a diagnostic. */
  readonly message: string;
  readonly cure: string;
  /** Where in the SQL, if that is known. */
  readonly at: QueryPlace | undefined;
  /** A column that the query names and that is not there, and those that the engine finds near. */
  readonly unknown?: { readonly name: string; readonly near: readonly string[] };
}

/** A failure that has no place within the SQL unless one is given. */
export function failed(
  rule: QueryFailure['rule'],
  message: string,
  cure: string,
  at?: QueryPlace | undefined,
): QueryFailure {
  return { kind: 'failed', rule, message, cure, at };
}
