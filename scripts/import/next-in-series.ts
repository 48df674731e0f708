import { parse } from 'yaml';
import { type Files, sourceIn } from '../press/read/files.ts';
import { listEditions } from '../press/read/read-edition.ts';
import type { Tokens } from '../press/read/schemas/tokens.ts';

/** What tells a new edition from the others of the series: the next number, and an accent that none has yet. */
export function nextInSeries(
  files: Files,
  edition: string,
  tokens: Tokens,
): { readonly order: number; readonly accent: string } {
  const others = listEditions(files)
    .filter((name) => name !== edition)
    .map((name) => parse(sourceIn(files, `content/${name}/edition.yaml`)) as OtherEdition);
  const orders = others.map((other) => (typeof other?.order === 'number' ? other.order : 0));
  const accents = Object.keys(tokens.accents);
  return {
    order: Math.max(0, ...orders) + 1,
    accent: accents.find((name) => others.every((other) => other?.accent !== name)) ?? accents[0] ?? '',
  };
}

/** An edition.yaml, which nothing is known of. */
type OtherEdition = { readonly order?: unknown; readonly accent?: unknown } | null;
