import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { QueryFailure } from './query-outcome.ts';

/** What a query could have named. */
export interface KnownNames {
  /** The datasets. */
  readonly datasets: Iterable<string>;
  /** The columns of those that it reads. */
  readonly columns: readonly string[];
}

/** A failure with a better cure than the engine's words allow, where what was written shows what is the matter. */
export function withCure(failure: QueryFailure, sql: string, { datasets, columns }: KnownNames): QueryFailure {
  const { rule, unknown } = failure;
  if (rule !== 'query-fails' && rule !== 'dataset-unknown') return failure;
  const bare = sql.replace(/'(?:[^']|'')*'|"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  const curly = /[“”„‘’‚]/.exec(bare)?.[0];
  if (curly !== undefined) {
    const cure = `write straight quotation marks instead of ${curly}: "…" around a name, '…' around words to look for`;
    return { ...failure, cure };
  }
  const hyphened = [...datasets].find((name) => name.includes('-') && isIn(name, bare));
  if (hyphened !== undefined) return { ...failure, cure: `write "${hyphened}" in straight quotation marks` };
  // The engine lists only what it finds near.
  if (unknown)
    return { ...failure, cure: didYouMean(unknown.name, new Set([...unknown.near, ...columns]), 'names here') };
  return failure;
}

function isIn(name: string, text: string): boolean {
  return new RegExp(`(?<![\\w-])${RegExp.escape(name)}(?![\\w-])`, 'i').test(text);
}
